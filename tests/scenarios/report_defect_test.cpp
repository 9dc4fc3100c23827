// A citizen reports a dark lamp in Musterstadt, with a GeoReport server in memory behind the packs.
#include <doctest/doctest.h>

#include "attachments/marked_files.h"
#include "attachments/placed_photo.h"
#include "presentation/outline/outline.h"
#include "programs/headless/pack_http_client.h"
#include "programs/headless/visitor.h"
#include "support/fake_clock.h"
#include "support/georeport_server.h"
#include "support/musterstadt.h"

using namespace stadttor;
using namespace stadttor::testing;

namespace {

// Packs as files, reports from the server; answers come from poll().
class CityWithReports : public platform::HttpClient {
 public:
  std::unique_ptr<platform::RequestHandle> send(platform::HttpRequest request, platform::HttpCallback callback) override {
    if (request.url.compare(0, 9, "/open311/") != 0) return packs.send(std::move(request), std::move(callback));
    asked.push_back(request.url);
    auto handle = std::make_unique<Handle>();
    waiting_.push_back({std::move(request), std::move(callback), handle->is_there});
    return handle;
  }
  bool poll() {
    const bool had_packs = packs.poll();
    const auto batch = std::exchange(waiting_, {});
    for (const Waiting& one : batch) {
      if (!one.is_there.expired()) one.callback(server.answer(one.request));
    }
    return had_packs || !batch.empty();
  }

  headless::PackHttpClient packs{musterstadt().files};
  GeoReportServer server;
  std::vector<std::string> asked;

 private:
  struct Handle : platform::RequestHandle {
    std::shared_ptr<bool> is_there = std::make_shared<bool>(true);
  };
  struct Waiting {
    platform::HttpRequest request;
    platform::HttpCallback callback;
    std::weak_ptr<bool> is_there;
  };
  std::vector<Waiting> waiting_;
};

struct Reporter {
  CityWithReports city;
  FakeClock clock{usual_morning()};
  headless::Visitor visit{city, clock, [this] { return city.poll(); }, musterstadt_data_path()};

  std::string page() const { return presentation::outline::outline_from_tree(visit.page()); }

  bool says_where() {
    visit.opens("/de/meldungen/neu");
    return visit.types("Straße oder Platz", "Münzgasse") && visit.types("Hausnummer", "15") && visit.presses("button", "Weiter");
  }
  bool says_what() {
    return says_where() && visit.types("In Ihren Worten", "Die Lampe ist so dunkel") && visit.chooses("Art des Mangels", "Passt vielleicht: Straßenbeleuchtung") &&
           visit.presses("button", "Weiter");
  }
  // The vault is made, left and opened again.
  bool goes_on_after_a_lock() {
    constexpr const char* kPassphrase = "Lampe Kirsche Wolke Hammer";
    return visit.presses("link", "Meine Daten") && visit.presses("link", "Auf diesem Gerät merken") && visit.types("Neues Passwort", kPassphrase) && visit.presses("button", "Code erzeugen") &&
           visit.checks("Ich habe den Code gedruckt oder aufgeschrieben") && visit.presses("button", "Auf diesem Gerät merken") && opens_again(kPassphrase);
  }
  bool opens_again(const char* passphrase) {
    visit.opens("/de/meldungen/neu");
    return visit.presses("link", "Meine Daten") && visit.types("Passwort", passphrase) && visit.presses("button", "Öffnen") && visit.presses("button", "Mangel melden weiter ausfüllen");
  }
};

}  // namespace

TEST_SUITE("scenarios") {
  TEST_CASE("a dark lamp is reported by its address, without a name, and seen among one's own reports") {
    Reporter citizen;
    if (!CHECK_MESSAGE(citizen.says_what(), citizen.page())) return;
    CHECK(citizen.visit.path() == "/de/meldungen/neu/angaben");
    CHECK(citizen.visit.presses("button", "Weiter"));
    // The lamp's state is required: told, and nothing is lost.
    CHECK_MESSAGE(citizen.visit.reads("Hier fehlt noch etwas"), citizen.page());
    CHECK(citizen.visit.presses("link", "Was ist mit der Laterne? Hier fehlt noch Ihre Angabe."));
    CHECK(citizen.visit.chooses("Was ist mit der Laterne?", "Sie ist dunkel"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK(citizen.visit.path() == "/de/meldungen/neu/foto");
    CHECK(citizen.visit.presses("button", "Ohne Foto weiter"));
    CHECK(citizen.visit.path() == "/de/meldungen/neu/kontakt");
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK_MESSAGE(citizen.visit.reads("Sie melden ohne Namen."), citizen.page());
    CHECK(citizen.visit.reads("Münzgasse 15"));
    CHECK(citizen.city.server.posted.empty());
    if (!CHECK_MESSAGE(citizen.visit.presses("button", "Meldung senden"), citizen.page())) return;
    CHECK_MESSAGE(citizen.visit.reads("2026-1"), citizen.page());
    CHECK(citizen.visit.reads("Die Meldung ist bei der Stadt"));
    if (!CHECK(citizen.city.server.posted.size() == 1)) return;
    CHECK(citizen.city.server.posted[0]["address_string"] == "Münzgasse 15");
    CHECK(citizen.city.server.posted[0].count("email") == 0);
    CHECK(citizen.visit.presses("link", "Meine Meldungen"));
    CHECK(citizen.visit.sees("link", "Straßenbeleuchtung"));
  }

  TEST_CASE("a photo is offered as the place, goes without what it says besides its pixels, and is told before and afterwards") {
    Reporter citizen;
    if (!CHECK(citizen.says_what())) return;
    CHECK(citizen.visit.chooses("Was ist mit der Laterne?", "Sie ist dunkel"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    constexpr const char* kField = "Foto aufnehmen oder auswählen (freiwillig)";
    const auto told = [](const std::string& content) { return "f00-1\nimage/jpeg\n" + std::to_string(content.size()) + "\nMeine Straße.jpg\n" + content; };
    CHECK(citizen.visit.chooses_file(kField, told("kein Foto")));
    CHECK_MESSAGE(citizen.visit.reads("Das ist kein Foto"), citizen.page());
    CHECK(citizen.visit.sees("button", "Ohne Foto weiter"));
    const std::string photo = jpeg_with(jpeg_segment(0xe1, std::string("Exif\0\0", 6) + exif_with_place({})) + jpeg_segment(0xfe, std::string(kMark)));
    CHECK(citizen.visit.chooses_file(kField, told(photo)));
    CHECK_MESSAGE(citizen.visit.reads("Vor dem Senden entfernt: Ort, Zeit und Kamera der Aufnahme"), citizen.page());
    // Programs without a browser have nothing that changes pictures, and say so.
    CHECK(citizen.visit.reads("lässt sich das Foto nicht verkleinern"));
    CHECK(citizen.visit.reads("Das Foto sagt, dass es hier aufgenommen wurde"));
    CHECK(citizen.visit.presses("button", "Als Ort übernehmen"));
    CHECK(citizen.visit.reads("Als Ort der Meldung übernommen."));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK_MESSAGE(citizen.visit.reads("Dieses Foto geht an die Stadt"), citizen.page());
    CHECK(citizen.visit.reads("51.43097,9.87146"));
    if (!CHECK_MESSAGE(citizen.visit.presses("button", "Meldung senden"), citizen.page())) return;
    CHECK_MESSAGE(citizen.visit.reads("2026-1"), citizen.page());
    if (!CHECK(citizen.city.server.posted.size() == 1)) return;
    CHECK(citizen.city.server.posted[0]["media"] == jpeg_with({}));
    CHECK(citizen.city.server.posted[0]["media.name"] == "foto.jpg");
    CHECK(citizen.city.server.bodies[0].find("Meine Stra") == std::string::npos);
    CHECK(citizen.visit.reads("JPEG"));
    // The next report begins without it.
    citizen.visit.opens("/de/meldungen/neu/foto");
    CHECK_FALSE(citizen.visit.reads("Das wird gesendet"));
  }

  TEST_CASE("a photo is kept with the draft once its step is left, not before, and is there again after the vault was locked") {
    Reporter citizen;
    if (!CHECK(citizen.says_what())) return;
    CHECK(citizen.visit.chooses("Was ist mit der Laterne?", "Sie ist dunkel"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    const std::string photo = jpeg_with({});
    const std::string told = "f00-1\nimage/jpeg\n" + std::to_string(photo.size()) + "\nx.jpg\n" + photo;
    CHECK(citizen.visit.chooses_file("Foto aufnehmen oder auswählen (freiwillig)", told));
    SUBCASE("its step was left") {
      CHECK(citizen.visit.presses("button", "Weiter"));
      if (!CHECK_MESSAGE(citizen.goes_on_after_a_lock(), citizen.page())) return;
      CHECK(citizen.visit.presses("button", "Weiter"));
      CHECK_MESSAGE(citizen.visit.reads("Dieses Foto geht an die Stadt"), citizen.page());
      CHECK(citizen.visit.presses("button", "Meldung senden"));
      if (!CHECK(citizen.city.server.posted.size() == 1)) return;
      CHECK(citizen.city.server.posted[0]["media"] == photo);
    }
    SUBCASE("it was still to be looked at") {
      if (!CHECK_MESSAGE(citizen.goes_on_after_a_lock(), citizen.page())) return;
      CHECK(citizen.visit.path() == "/de/meldungen/neu/foto");
      CHECK_MESSAGE(citizen.visit.sees("button", "Ohne Foto weiter"), citizen.page());
    }
  }

  TEST_CASE("a photo from elsewhere says so, and its place is not offered") {
    Reporter citizen;
    if (!CHECK(citizen.says_what())) return;
    CHECK(citizen.visit.chooses("Was ist mit der Laterne?", "Sie ist dunkel"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    ExifPlace south;
    south.latitude_reference = 'S';
    const std::string photo = jpeg_with(jpeg_segment(0xe1, std::string("Exif\0\0", 6) + exif_with_place(south)));
    CHECK(citizen.visit.chooses_file("Foto aufnehmen oder auswählen (freiwillig)", "f00-1\nimage/jpeg\n9\nx.jpg\n" + photo));
    CHECK_MESSAGE(citizen.visit.reads("Das Foto wurde nicht in Musterstadt aufgenommen"), citizen.page());
    CHECK_FALSE(citizen.visit.sees("button", "Als Ort übernehmen"));
    CHECK(citizen.visit.presses("button", "Foto entfernen"));
    CHECK(citizen.visit.sees("button", "Ohne Foto weiter"));
  }

  TEST_CASE("nothing that is typed is asked of the server") {
    Reporter citizen;
    if (!CHECK(citizen.says_what())) return;
    for (const std::string& url : citizen.city.asked) {
      CHECK(url.find("nzgasse") == std::string::npos);
      CHECK(url.find("dunkel") == std::string::npos);
      CHECK(url.find("lat") == std::string::npos);
    }
  }

  TEST_CASE("what has been reported nearby already can be followed instead, and nothing is sent") {
    Reporter citizen;
    citizen.city.server.published = {{{"service_request_id", "77"}, {"status", "open"}, {"service_code", "strassenbeleuchtung"}, {"service_name", "Straßenbeleuchtung"}, {"address", "Münzgasse 13"}, {"requested_datetime", "2026-11-23T09:00:00Z"}}};
    if (!CHECK(citizen.says_what())) return;
    CHECK_MESSAGE(citizen.visit.reads("Vielleicht ist es schon gemeldet"), citizen.page());
    CHECK(citizen.visit.presses("button", "Meldung 77 verfolgen"));
    CHECK_MESSAGE(citizen.visit.reads("In Arbeit"), citizen.page());
    CHECK(citizen.city.server.posted.empty());
  }

  TEST_CASE("a city whose server does not answer says so, and goes on when it is asked again") {
    Reporter citizen;
    citizen.city.server.is_offline = true;
    if (!CHECK(citizen.says_where())) return;
    CHECK_MESSAGE(citizen.visit.reads("Gerade nicht zu erfahren"), citizen.page());
    citizen.city.server.is_offline = false;
    CHECK(citizen.visit.presses("button", "Noch einmal versuchen"));
    CHECK_MESSAGE(citizen.visit.reads("Wilder Müll"), citizen.page());
  }

  TEST_CASE("a begun report is there again after another visit, once the vault is open, and gone from it once it is sent") {
    Reporter citizen;
    citizen.visit.opens("/de/meldungen/neu");
    CHECK(citizen.visit.reads("Nur für diesen Besuch"));
    CHECK(citizen.visit.types("Straße oder Platz", "Münzgasse"));
    CHECK(citizen.visit.presses("link", "Auf diesem Gerät merken"));
    CHECK(citizen.visit.types("Neues Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.visit.presses("button", "Code erzeugen"));
    CHECK(citizen.visit.checks("Ich habe den Code gedruckt oder aufgeschrieben"));
    CHECK(citizen.visit.presses("button", "Auf diesem Gerät merken"));
    citizen.visit.opens("/de/meldungen/neu");
    CHECK(citizen.visit.reads("Ihre gemerkten Daten sind gesperrt"));
    CHECK(citizen.visit.presses("link", "Meine Daten"));
    CHECK(citizen.visit.types("Passwort", "Lampe Kirsche Wolke Hammer"));
    CHECK(citizen.visit.presses("button", "Öffnen"));
    if (!CHECK_MESSAGE(citizen.visit.presses("button", "Mangel melden weiter ausfüllen"), citizen.page())) return;
    CHECK(citizen.visit.path() == "/de/meldungen/neu");
    CHECK(citizen.visit.reads("Wird laufend gespeichert"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK(citizen.visit.types("In Ihren Worten", "Lampe dunkel"));
    CHECK(citizen.visit.chooses("Art des Mangels", "Passt vielleicht: Straßenbeleuchtung"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK(citizen.visit.chooses("Was ist mit der Laterne?", "Sie ist dunkel"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK(citizen.visit.presses("button", "Ohne Foto weiter"));
    CHECK(citizen.visit.presses("button", "Weiter"));
    CHECK_MESSAGE(citizen.visit.presses("button", "Meldung senden"), citizen.page());
    CHECK_MESSAGE(citizen.visit.reads("2026-1"), citizen.page());
    CHECK(citizen.visit.presses("link", "Meine Daten"));
    CHECK_FALSE(citizen.visit.sees("button", "Mangel melden weiter ausfüllen"));
  }

  TEST_CASE("what is asked about every kind is asked ahead, so that nobody hears which one is chosen") {
    Reporter citizen;
    citizen.visit.opens("/de/meldungen/neu");
    int definitions = 0;
    for (const std::string& url : citizen.city.asked) definitions += url.find("/services/") != std::string::npos ? 1 : 0;
    CHECK(definitions >= 1);
    const auto before = citizen.city.asked.size();
    CHECK(citizen.visit.types("Straße oder Platz", "Münzgasse"));
    if (!CHECK(citizen.visit.presses("button", "Weiter"))) return;
    CHECK(citizen.visit.chooses("Art des Mangels", "Straßenbeleuchtung"));
    CHECK(citizen.city.asked.size() == before);
  }

  TEST_CASE("ten thousand published reports are shown a page at a time, and filtered") {
    Reporter citizen;
    for (int number = 1; number <= 10'000; ++number) {
      citizen.city.server.published.push_back({{"service_request_id", std::to_string(number)}, {"status", number % 4 == 0 ? "closed" : "open"}, {"service_code", number % 2 == 0 ? "wilder-muell" : "strassenbeleuchtung"}, {"service_name", "Etwas"}, {"requested_datetime", "2026-11-23T09:00:00Z"}, {"lat", 51.43}, {"long", 9.87}});
    }
    citizen.visit.opens("/de/meldungen");
    CHECK_MESSAGE(citizen.visit.reads("10.000 Meldungen"), citizen.page().substr(0, 3000));
    CHECK(citizen.visit.page().size() < 600);
    CHECK(citizen.visit.presses("button", "Ältere"));
    CHECK(citizen.visit.reads("Seite 2 von 400"));
    CHECK(citizen.visit.chooses("Stand", "Abgeschlossen"));
    CHECK_MESSAGE(citizen.visit.reads("Seite 1 von 100"), citizen.page().substr(0, 3000));
  }
}
