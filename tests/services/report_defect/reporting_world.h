// A citizen's outbox of reports over a vault, before a GeoReport server in memory, with time that passes when a test says so.
#pragma once

#include "platform/local_exclusive_lock.h"
#include "platform/native/timer_native.h"
#include "protocols/open311/date_time.h"
#include "services/outbox/ledger_book.h"
#include "services/report_defect/report_outbox.h"
#include "support/georeport_server.h"
#include "support/scripted_http.h"
#include "support/vault_workshop.h"

namespace stadttor::testing {

using services::report_defect::KeptWhere;
using services::report_defect::OwnReport;
using services::report_defect::ReportOutbox;

inline kept_data::Report dark_lamp() {
  kept_data::Report report;
  report.service_code = "strassenbeleuchtung";
  report.service_name = "Straßenbeleuchtung";
  report.address = Personal<std::string>("Münzgasse 15");
  report.position = Personal<std::string>("51.43210,9.87140");
  report.answers.push_back({"stoerung", "Was ist mit der Laterne?", Personal<std::vector<std::string>>({"dunkel"}), Personal<std::string>("Sie ist dunkel")});
  report.description = Personal<std::string>("Seit Montag");
  return report;
}

inline kept_data::LedgerEntry entry_of_lamp() {
  kept_data::LedgerEntry entry;
  entry.title = "Meldung: Straßenbeleuchtung";
  entry.purpose = "Den Mangel finden und beheben";
  entry.fields = {{"description", "Beschreibung", ""}};
  return entry;
}

struct ReportingWorld : VaultWorkshop {
  GeoReportServer server;
  ScriptedHttp http{loop, [this](const platform::HttpRequest& request) {
                      server.requested = protocols::open311::text_from_instant(clock.now());
                      return server.answer(request);
                    }};
  platform::NativeTimer timer{clock};
  platform::LocalExclusiveLock locks{loop};

  struct Tab {
    explicit Tab(ReportingWorld& world)
        : vault(world.ports()),
          outbox({[this] { return vault.is_open() ? &vault : nullptr; }, world.http, world.cryptography, world.clock, world.random, world.locks, world.timer, world.loop},
                 {"/open311/v2", "musterstadt", "Musterstadt"}, [this] { ++changes; }) {}
    vault::Vault vault;
    int changes = 0;
    ReportOutbox outbox;

    kept_data::Report only() const { return outbox.reports().size() == 1 ? outbox.reports().front().report : kept_data::Report{}; }
  };

  std::unique_ptr<Tab> new_tab() {
    auto tab = std::make_unique<Tab>(*this);
    CHECK(create(tab->vault, secrets(recovery())).ok());
    tab->outbox.open(KeptWhere::OnDevice);
    loop.run();
    return tab;
  }
  std::unique_ptr<Tab> other_tab() {
    auto tab = std::make_unique<Tab>(*this);
    CHECK(unlock(tab->vault, recovery()).ok());
    tab->outbox.open(KeptWhere::OnDevice);
    loop.run();
    return tab;
  }

  // Until nothing happens any more, or `milliseconds` have passed.
  void pass(std::int64_t milliseconds = 0) {
    const platform::Instant end = clock.now() + milliseconds;
    loop.run();
    for (int turns = 0; turns < 10'000; ++turns) {
      const auto due = timer.next_due();
      if (!due || *due > end) break;
      clock.set(std::max(clock.now(), *due));
      timer.run();
      loop.run();
    }
    clock.set(end);
  }

  services::outbox::Ledger ledger(Tab& tab) {
    auto read = answer<services::outbox::Ledger>([&](auto callback) { services::outbox::read_ledger({tab.vault, cryptography}, {}, callback); });
    CHECK(read.ok());
    return read.ok() ? std::move(read).value() : services::outbox::Ledger{};
  }
};

}  // namespace stadttor::testing
