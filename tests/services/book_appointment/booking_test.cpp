// What becomes of a booking: reserved, booked, taken by somebody else, moved, cancelled, watched, and gone on with after the window was closed.
#include <doctest/doctest.h>

#include "services/book_appointment/booking_world.h"

using namespace stadttor;
using namespace stadttor::testing;

namespace {

BookingOffice::Answer no_network() { return Error{ErrorKind::NetworkUnreachable, "office", "reset", NextStep::TryAgain}; }

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("an appointment is reserved, kept, told and confirmed, in this order, and stands in the ledger") {
    BookingWorld world;
    world.reserves();
    if (!CHECK(world.state().reserved)) return;
    CHECK(world.state().reserved_until == world.clock.now() + 15 * 60'000);
    CHECK(world.booking->take_next()->part == "angaben");
    world.office.faults[OfficeCall::Update] = {no_network, true, -1};
    world.books();
    // The office has not been reached: what was to be told is kept, with the ledger's entry.
    if (!CHECK(world.first() != nullptr)) return;
    CHECK(world.first()->appointment.state == AppointmentState::Booking);
    CHECK(world.ledger_entries() == 1);
    world.office.faults.clear();
    world.pass(60'000);
    CHECK(world.first()->appointment.state == AppointmentState::Booked);
    CHECK(world.first()->appointment.number == "B100");
    CHECK(world.first()->appointment.office == "steueramt");
    CHECK(world.first()->appointment.services.at(0).service == "hund-anmelden");
    CHECK(world.office.processes.at(100).name == "Änne Müller");
    CHECK(world.office.standing() == 1);
    CHECK(world.ledger_entries() == 1);
  }

  TEST_CASE("nothing is told to the office where the device cannot keep it") {
    BookingWorld world;
    world.reserves();
    world.is_vault_open = false;
    world.books();
    CHECK(world.office.calls[OfficeCall::Update] == 0);
    CHECK(world.state().own.empty());
  }

  TEST_CASE("several services are offered where they can be done together, and nowhere else") {
    BookingWorld world;
    world.booking->look();
    world.rests();
    world.booking->choose(BookingOffice::kDog, 2);
    CHECK(world.state().offices() == std::vector<std::int64_t>{BookingOffice::kMain, BookingOffice::kBranch});
    world.booking->choose(BookingOffice::kMove, 1);
    CHECK(world.state().offices() == std::vector<std::int64_t>{BookingOffice::kMain});
    world.booking->choose(BookingOffice::kDog, 0);
    CHECK(world.state().wanted.size() == 1);
  }

  TEST_CASE("a time that was taken meanwhile leads back to the others, with everything kept") {
    BookingWorld world;
    world.chooses_dog();
    world.office.free[BookingOffice::kMain].erase(monday_at(10));
    world.booking->reserve({monday_at(10), BookingOffice::kMain});
    world.rests();
    CHECK_FALSE(world.state().reserved);
    CHECK(world.booking->take_next()->part == "zeit");
    if (!CHECK(world.state().taken)) return;
    CHECK(world.state().taken->slot == monday_at(10));
    CHECK(world.state().wanted.size() == 1);
    CHECK(world.state().free);
    CHECK(world.state().times.at({2026, 11, 30}).size() == 2);
  }

  TEST_CASE("a reservation that runs out is told, and its time is free again") {
    BookingWorld world;
    world.reserves();
    world.booking->take_next();
    world.pass(16 * 60'000);
    CHECK_FALSE(world.state().reserved);
    CHECK(world.state().has_expired);
    CHECK(world.booking->take_next()->part == "zeit");
    CHECK(world.state().wanted.size() == 1);
  }

  TEST_CASE("whoever chooses another time gives the first one back") {
    BookingWorld world;
    world.reserves();
    world.booking->reserve({monday_at(11), BookingOffice::kMain});
    world.rests();
    CHECK(world.office.free[BookingOffice::kMain].count(monday_at(10)) == 1);
    CHECK(world.state().reserved->begins == monday_at(11));
  }

  TEST_CASE("the office's time to confirm has run out: nothing stands, the citizen chooses anew with what was entered") {
    BookingWorld world;
    world.reserves();
    world.office.processes.at(100).status = "deleted";
    world.books();
    CHECK(world.state().own.empty());
    CHECK(world.state().taken);
    CHECK(world.state().wanted.size() == 1);
    CHECK(world.office.standing() == 0);
  }

  TEST_CASE("a detail that the office refuses can be corrected while the reservation holds") {
    BookingWorld world;
    world.reserves();
    world.booking->take_next();
    BookingOrder order = world.order();
    order.person.email = {};
    world.booking->book(order, world.city.catalogue);
    world.rests();
    CHECK(world.state().reserved);
    if (!CHECK(world.state().trouble)) return;
    CHECK(world.state().trouble->setback.step == zms::Step::CorrectDetails);
    world.books();
    CHECK(world.office.standing() == 1);
    CHECK(world.first()->appointment.state == AppointmentState::Booked);
    CHECK(world.state().own.size() == 1);
  }

  TEST_CASE("a window that was closed while booking goes on when it is opened, and books once") {
    for (const OfficeCall call : {OfficeCall::Update, OfficeCall::Preconfirm, OfficeCall::Confirm}) {
      for (const bool happens_before : {true, false}) {
        BookingWorld world;
        world.reserves();
        world.office.faults[call] = {no_network, happens_before, -1};
        world.books();
        world.office.faults.clear();
        world.opens();
        world.pass(60'000);
        if (!CHECK(world.first() != nullptr)) return;
        CHECK(world.first()->appointment.state == AppointmentState::Booked);
        CHECK(world.office.standing() == 1);
        CHECK(world.ledger_entries() == 1);
      }
    }
  }

  TEST_CASE("an office that goes on failing is asked more and more seldom") {
    BookingWorld world;
    world.reserves();
    world.office.faults[OfficeCall::Preconfirm] = {[] { return BookingOffice::Answer(platform::HttpResponse{200, "", {}}); }, true, -1};
    world.books();
    CHECK(world.office.calls[OfficeCall::Preconfirm] <= 2);
    world.pass(10 * 60'000);
    CHECK(world.office.calls[OfficeCall::Preconfirm] >= 4);
    CHECK(world.office.calls[OfficeCall::Preconfirm] <= 12);
  }

  TEST_CASE("the link in an office's mail confirms, keeps and shows an appointment, also when it is opened again") {
    BookingWorld world;
    world.reserves();
    world.booking->forget_visit();
    world.rests();
    world.office.processes.at(100).status = "preconfirmed";
    for (int times = 0; times < 2; ++times) {
      world.booking->adopt({100, Personal<std::string>("key100")}, world.city.catalogue);
      world.rests();
      if (!CHECK(world.first() != nullptr)) return;
      CHECK(world.first()->appointment.state == AppointmentState::Booked);
      CHECK(world.booking->take_next()->appointment == world.first()->id);
      CHECK(world.state().own.size() == 1);
    }
    CHECK(world.office.processes.at(100).status == "confirmed");
    CHECK(world.first()->appointment.services.at(0).name == "Hund anmelden");
    CHECK(world.ledger_entries() == 0);
    world.booking->adopt({999, Personal<std::string>("key999")}, world.city.catalogue);
    world.rests();
    CHECK(world.state().trouble);
  }

  TEST_CASE("an appointment is cancelled; what cannot be reached is repeated") {
    BookingWorld world;
    world.reserves();
    world.books();
    const std::string id = world.first()->id;
    world.office.faults[OfficeCall::Cancel] = {no_network, false, 1};
    world.booking->cancel(id);
    world.rests();
    CHECK(world.first()->appointment.state == AppointmentState::Cancelling);
    world.pass(60'000);
    CHECK(world.first()->appointment.state == AppointmentState::Cancelled);
    CHECK(world.office.standing() == 0);
    world.booking->erase(id);
    world.rests();
    CHECK(world.state().own.empty());
    world.opens();
    CHECK(world.state().own.empty());
  }

  TEST_CASE("an appointment that is moved is given up only once the new one stands") {
    BookingWorld world;
    world.reserves({monday_at(14), BookingOffice::kBranch});
    world.books();
    const std::string old = world.first()->id;
    world.booking->move(old);
    CHECK(world.booking->take_person()->family_name.reveal<"a test compares it">() == "Änne Müller");
    CHECK(world.booking->take_next()->part == "zeit");
    world.booking->look_for_days();
    world.rests();
    world.booking->reserve({monday_at(10), BookingOffice::kMain});
    world.rests();
    world.office.faults[OfficeCall::Confirm] = {[] { return BookingOffice::refusal("serviceUnavailable", 503); }, true, -1};
    world.books();
    world.pass(60'000);
    CHECK(world.office.processes.at(100).status == "confirmed");
    world.office.faults.clear();
    world.pass(400'000);
    CHECK(world.office.processes.at(101).status == "confirmed");
    CHECK(world.office.processes.at(100).status == "deleted");
    CHECK(world.state().find(old)->appointment.state == AppointmentState::Cancelled);
    CHECK(world.first()->appointment.replaces.empty());
  }

  TEST_CASE("the proof of work is made unseen, and anew where it has run out in the middle of a booking") {
    BookingWorld world;
    world.office.wants_proof = true;
    world.chooses_dog();
    CHECK(world.office.calls[OfficeCall::Challenge] == 1);
    CHECK(world.state().free);
    world.office.good_token = "another";
    world.booking->reserve({monday_at(10), BookingOffice::kMain});
    world.rests();
    CHECK(world.state().reserved);
    CHECK_FALSE(world.state().trouble);
    CHECK(world.office.calls[OfficeCall::Challenge] == 2);
    // And after its time it is not even tried.
    world.clock.set(world.clock.now() + 280'000);
    world.booking->reserve({monday_at(11), BookingOffice::kMain});
    world.rests();
    CHECK(world.state().reserved->begins == monday_at(11));
    CHECK(world.office.calls[OfficeCall::Reserve] == 3);
  }

  TEST_CASE("an earlier appointment is looked for seldom, told, and taken only when the citizen says so") {
    BookingWorld world;
    world.reserves({monday_at(14), BookingOffice::kBranch});
    world.books();
    const std::string old = world.first()->id;
    world.office.free.clear();
    world.pass(60 * 60'000);
    const int before = world.office.calls[OfficeCall::Days];
    world.booking->watch(old, true);
    world.rests();
    world.pass(90'000);
    CHECK(world.office.calls[OfficeCall::Days] == before);
    world.pass(60 * 60'000);
    const int in_an_hour = world.office.calls[OfficeCall::Days] - before;
    CHECK(in_an_hour >= 4);
    CHECK(in_an_hour <= 10);
    CHECK_FALSE(world.state().find(old)->earlier);
    world.office.free[BookingOffice::kMain] = {monday_at(11)};
    world.pass(20 * 60'000);
    if (!CHECK(world.state().find(old)->earlier)) return;
    CHECK(world.state().find(old)->earlier->slot == monday_at(11));
    CHECK(world.office.standing() == 1);
    world.booking->take_earlier(old);
    world.rests();
    CHECK(world.state().reserved->begins == monday_at(11));
    CHECK(world.office.processes.at(100).status == "confirmed");
    world.books();
    world.pass(30'000);
    CHECK(world.office.processes.at(100).status == "deleted");
    CHECK(world.office.standing() == 1);
  }

  TEST_CASE("whoever stays with an appointment is not told again of what was free then, only of what comes free") {
    BookingWorld world;
    world.reserves({monday_at(14), BookingOffice::kBranch});
    world.books();
    const std::string id = world.first()->id;
    world.booking->watch(id, true);
    world.rests();
    world.office.free = {{BookingOffice::kMain, {monday_at(11), monday_at(12)}}};
    world.pass(20 * 60'000);
    if (!CHECK(world.state().find(id)->earlier)) return;
    world.booking->dismiss_earlier(id);
    world.pass(60 * 60'000);
    CHECK_FALSE(world.state().find(id)->earlier);
    world.office.free[BookingOffice::kMain].insert(monday_at(13));
    world.pass(30 * 60'000);
    if (!CHECK(world.state().find(id)->earlier)) return;
    CHECK(world.state().find(id)->earlier->slot == monday_at(13));
    // Taken by others, and given back.
    world.booking->dismiss_earlier(id);
    world.office.free[BookingOffice::kMain] = {monday_at(12)};
    world.pass(30 * 60'000);
    world.office.free[BookingOffice::kMain].insert(monday_at(11));
    world.pass(30 * 60'000);
    if (CHECK(world.state().find(id)->earlier)) CHECK(world.state().find(id)->earlier->slot == monday_at(11));
  }

  TEST_CASE("nobody looks for an earlier one while the device is offline, nor sooner than the server wants") {
    BookingWorld world;
    world.reserves({monday_at(14), BookingOffice::kBranch});
    world.books();
    world.booking->watch(world.first()->id, true);
    world.rests();
    world.booking->set_offline(true);
    const int before = world.office.calls[OfficeCall::Days];
    world.pass(60 * 60'000);
    CHECK(world.office.calls[OfficeCall::Days] == before);
    world.office.faults[OfficeCall::Days] = {[] { return BookingOffice::refusal("rateLimitExceeded", 429, "3600"); }, true, 1};
    world.booking->set_offline(false);
    world.pass(30 * 60'000);
    CHECK(world.office.calls[OfficeCall::Days] == before + 1);
    world.pass(40 * 60'000);
    CHECK(world.office.calls[OfficeCall::Days] >= before + 2);
  }

  TEST_CASE("a day that is chosen while another one's times are on their way gets its own") {
    BookingWorld world;
    const auto later = [](int days) { return monday_at(10) + days * 86'400; };
    world.office.free[BookingOffice::kMain] = {monday_at(10), later(21), later(28)};
    world.chooses_dog();
    const Date first = date_from_days(static_cast<long>(later(21) / 86'400));
    const Date second = date_from_days(static_cast<long>(later(28) / 86'400));
    world.booking->show_day(first);
    world.booking->show_day(second);
    world.rests();
    CHECK(world.state().times.count(first) == 1);
    CHECK(world.state().times.count(second) == 1);
    CHECK(world.state().asking == Asking::Nothing);
  }

  TEST_CASE("days beyond the first two weeks get their times when they are looked at") {
    BookingWorld world;
    const zms::Slot late = instant_in_utc({2027, 1, 4}, 9, 0) / 1000;
    world.office.free[BookingOffice::kMain].insert(late);
    world.chooses_dog();
    CHECK(world.state().times.count({2027, 1, 4}) == 0);
    world.booking->show_day({2027, 1, 4});
    world.rests();
    CHECK(world.state().times.at({2027, 1, 4}).at(0).slots == std::vector<zms::Slot>{late});
    // The others are still there.
    CHECK(world.state().free->days.size() == 2);
  }
}
