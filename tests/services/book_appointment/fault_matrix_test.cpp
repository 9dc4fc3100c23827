// Every call of a booking with every fault of a network, before and after the office has done its part: the state, the message and the ledger
// each must end in, and that there is one appointment when the fault is over.
#include <doctest/doctest.h>

#include "services/book_appointment/booking_world.h"
#include "support/network_faults.h"

using namespace stadttor;
using namespace stadttor::testing;

namespace {

// Sanitizers look at code, not at every cell.
#ifdef STADTTOR_SANITIZED
constexpr int kEvery = 7;
#else
constexpr int kEvery = 1;
#endif

bool changes(OfficeCall call) { return call == OfficeCall::Reserve || call == OfficeCall::Update || call == OfficeCall::Preconfirm || call == OfficeCall::Confirm || call == OfficeCall::Cancel; }

// What a citizen does: chooses, and presses again what did not work.
void book_through(BookingWorld& world) {
  for (int tries = 0; tries < 6; ++tries) {
    world.booking->look();
    world.rests();
    if (world.state().wanted.empty() && world.state().own.empty()) world.booking->choose(BookingOffice::kDog, 1);
    world.booking->look_for_days();
    world.rests();
    const KeptAppointment* kept = world.first();
    if (kept != nullptr && kept->appointment.state == AppointmentState::Booked) return;
    if (kept == nullptr && !world.state().reserved && world.state().free) {
      for (const auto& [day, offices] : world.state().times) {
        if (offices.empty()) continue;
        world.booking->reserve({offices.front().slots.front(), offices.front().office_id});
        break;
      }
      world.rests();
    }
    if (world.first() == nullptr && world.state().reserved) world.books();
    world.pass(130'000);
    if (world.first() != nullptr && world.first()->appointment.state == AppointmentState::Booking) world.booking->ask_about(world.first()->id);
    world.booking->try_again();
    world.rests();
  }
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("whichever call meets whichever fault, there is one appointment in the end, and each disclosure is in the ledger") {
    int cells = 0;
    for (int number = 0; number < kOfficeCalls; ++number) {
      const auto call = static_cast<OfficeCall>(number);
      if (call == OfficeCall::Cancel || call == OfficeCall::Look) continue;
      for (const NetworkFault& fault : network_faults()) {
        for (const bool happens_before : {true, false}) {
          if (!happens_before && !changes(call)) continue;
          CAPTURE(number);
          CAPTURE(std::string(fault.what));
          CAPTURE(happens_before);
          if (++cells % kEvery != 0) continue;
          BookingWorld world;
          world.office.wants_proof = true;
          world.office.faults[call] = {fault.answer, happens_before, 2};
          book_through(world);
          if (!CHECK(world.first() != nullptr)) return;
          CHECK(world.first()->appointment.state == AppointmentState::Booked);
          CHECK(world.office.standing() == 1);
          CHECK(world.state().own.size() == 1);
          // One for each time that something was told.
          CHECK(world.ledger_entries() >= 1);
        }
      }
    }
    MESSAGE(cells, " cells");
  }

  TEST_CASE("while a fault lasts, the citizen is told what, and nothing is said to stand that does not") {
    for (int number = 0; number < kOfficeCalls; ++number) {
      const auto call = static_cast<OfficeCall>(number);
      for (const NetworkFault& fault : network_faults()) {
        CAPTURE(number);
        CAPTURE(std::string(fault.what));
        BookingWorld world;
        world.office.wants_proof = true;
        const bool is_of_kept = call == OfficeCall::Look || call == OfficeCall::Cancel;
        if (is_of_kept) book_through(world);
        world.office.faults[call] = {fault.answer, true, -1};
        if (is_of_kept) {
          const std::string id = world.first()->id;
          call == OfficeCall::Look ? world.booking->ask_about(id) : world.booking->cancel(id);
          world.rests();
          const KeptAppointment* kept = world.state().find(id);
          if (!CHECK(kept != nullptr)) return;
          CHECK(kept->setback);
          CHECK(kept->appointment.state == (call == OfficeCall::Cancel && fault.may_pass ? AppointmentState::Cancelling : AppointmentState::Booked));
          CHECK(world.office.standing() == 1);
          continue;
        }
        world.chooses_dog();
        if (world.state().free) world.booking->reserve({monday_at(10), BookingOffice::kMain});
        world.rests();
        if (world.state().reserved) world.books();
        world.pass(1'000);
        const bool is_kept = world.first() != nullptr;
        CHECK((world.state().trouble.has_value() || (is_kept && world.first()->setback.has_value())));
        if (world.state().trouble && fault.is_network) CHECK(world.state().trouble->setback.is_network);
        if (is_kept) CHECK(world.first()->appointment.state == AppointmentState::Booking);
        CHECK(world.office.standing() <= (call == OfficeCall::Confirm ? 1 : 0));
        const bool was_told = call == OfficeCall::Update || call == OfficeCall::Preconfirm || call == OfficeCall::Confirm;
        CHECK(world.ledger_entries() == (was_told ? 1 : 0));
      }
    }
  }
}
