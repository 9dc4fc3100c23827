// A citizen's booking before an office that answers as a test wants, over a vault that outlives the window.
#pragma once

#include "platform/native/timer_native.h"
#include "services/book_appointment/booking.h"
#include "services/outbox/ledger_book.h"
#include "support/booking_office.h"
#include "support/scripted_http.h"
#include "support/small_city.h"
#include "support/vault_workshop.h"

namespace stadttor::testing {

using namespace services::book_appointment;
using kept_data::AppointmentState;

// Monday, 30 November 2026, 10:00 in Berlin.
inline zms::Slot monday_at(int hour, int minute = 0) { return instant_in_utc({2026, 11, 30}, hour - 1, minute) / 1000; }

struct BookingWorld : VaultWorkshop {
  platform::NativeTimer timer{clock};
  BookingOffice office{clock};
  ScriptedHttp http{loop, [this](const platform::HttpRequest& request) { return office.answer(request); }};
  vault::Vault vault{ports()};
  SmallCity city;
  std::unique_ptr<Booking> booking;
  int changes = 0;
  bool is_vault_open = true;

  BookingWorld() {
    office.free[BookingOffice::kMain] = {monday_at(10), monday_at(11), monday_at(12)};
    office.free[BookingOffice::kBranch] = {monday_at(9), monday_at(14)};
    CHECK(create(vault, {}).ok());
    city.catalogue.appointments = city::AppointmentWay{"/api/citizen"};
    city.catalogue.services[1].zms = BookingOffice::kDog;
    city.catalogue.services[2].zms = BookingOffice::kMove;
    city.catalogue.offices[0].zms = BookingOffice::kMain;
    opens();
  }

  // The portal is opened (again): what was in memory is gone.
  void opens() {
    booking = std::make_unique<Booking>(BookingPorts{[this] { return is_vault_open ? &vault : nullptr; }, http, cryptography, clock, random, timer}, "/api/citizen", [this] { ++changes; });
    booking->follow_vault(Vaulting::OnDevice);
    rests();
  }
  // Lets what waits go on, at this moment.
  void rests() {
    while (loop.run()) {
    }
  }
  void pass(std::int64_t milliseconds) {
    const platform::Instant until = clock.now() + milliseconds;
    while (clock.now() < until) {
      clock.set(std::min(until, clock.now() + 30'000));
      while (timer.run() || loop.run()) {
      }
    }
  }
  const BookingState& state() const { return booking->state(); }

  void chooses_dog() {
    booking->look();
    rests();
    booking->choose(BookingOffice::kDog, 1);
    booking->look_for_days();
    rests();
  }
  void reserves(OfferedTime time = {monday_at(10), BookingOffice::kMain}) {
    chooses_dog();
    booking->reserve(time);
    rests();
  }
  BookingOrder order() const {
    BookingOrder order;
    order.person.family_name = Personal<std::string>("Änne Müller");
    order.person.email = Personal<std::string>("aenne@example.org");
    order.entry.title = "Termin";
    order.entry.office = "Bürgerbüro";
    order.entry.destination = "zms:10";
    order.entry.fields = {{"name", "Name", {}}, {"email", "E-Mail", {}}};
    return order;
  }
  void books() {
    booking->book(order(), city.catalogue);
    rests();
  }
  std::size_t ledger_entries() {
    auto read = answer<services::outbox::Ledger>([&](auto callback) { services::outbox::read_ledger({vault, cryptography}, {}, callback); });
    CHECK(read.ok());
    CHECK((!read.ok() || !read.value().broken_at));
    return read.ok() ? read.value().entries.size() : 0;
  }
  const KeptAppointment* first() const { return state().own.empty() ? nullptr : &state().own.front(); }
};

}  // namespace stadttor::testing
