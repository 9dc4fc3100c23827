// Books, moves, cancels and watches appointments: asks the city's interface, keeps what must not be lost in the vault, and tells pages through
// a value. What is said about it is the pages'.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "city/catalogue.h"
#include "platform/secure_random.h"
#include "platform/timer.h"
#include "services/book_appointment/booking_token.h"
#include "services/book_appointment/appointment_book.h"

namespace stadttor::services::book_appointment {

// All of them outlive the booking. `find_vault`: the open one, or null.
struct BookingPorts {
  std::function<vault::Vault*()> find_vault;
  platform::HttpClient& http;
  platform::Cryptography& cryptography;
  platform::Clock& clock;
  platform::SecureRandom& random;
  platform::Timer& timer;
};

// What is booked, as the citizen has checked it. `entry` says in the ledger who is told what.
struct BookingOrder {
  kept_data::AppointmentPerson person;
  kept_data::LedgerEntry entry;
};

// A page to go on with: a part of the appointments' address, and the own appointment it is about.
struct NextPage {
  std::string part;
  std::string appointment;
};

class Booking {
 public:
  // `api`: "/api/citizen". `changed` is called whenever state() has become another by itself.
  Booking(BookingPorts ports, std::string api, std::function<void()> changed);
  Booking(const Booking&) = delete;
  Booking& operator=(const Booking&) = delete;

  const BookingState& state() const { return state_; }
  std::optional<NextPage> take_next() { return std::exchange(next_, std::nullopt); }
  // What was entered about the person, of an appointment that is moved; once.
  std::optional<kept_data::AppointmentPerson> take_person() { return std::exchange(person_, std::nullopt); }

  // -- around it
  // The vault is another one, or gone; also told at the beginning.
  void follow_vault(Vaulting vaulting);
  void set_offline(bool is_offline);
  void forget_visit();  // what is being booked

  // -- choosing
  void look();
  void choose(std::int64_t service, int count);
  void choose_office(std::int64_t office);
  void look_for_days();
  void show_day(const Date& day);
  void reserve(const OfferedTime& time);
  // Whatever failed last.
  void try_again();

  // -- booking: kept first, then told to the office
  void book(const BookingOrder& order, const city::Catalogue& city);

  // By the link in an office's mail: number and key. Confirmed where it was not yet, and kept from now on like the others.
  void adopt(const zms::AppointmentAccess& access, const city::Catalogue& city);

  // -- the own ones, by the id of their record
  void ask_about(const std::string& id);
  void cancel(const std::string& id);
  void erase(const std::string& id);
  void move(const std::string& id);
  void watch(const std::string& id, bool is_wanted);
  void take_earlier(const std::string& id);
  void dismiss_earlier(const std::string& id);

 private:
  enum class Call : unsigned char { Update, Preconfirm, Confirm, Look, Cancel };
  using Change = std::function<void(kept_data::Appointment&)>;

  void tell();
  void fail(Asking during, const zms::Setback& setback);
  template <class Value>
  void ask_with_token(bool needs_token, std::function<void(std::string, zms::BookingAnswer<Value>)> call, zms::BookingAnswer<Value> answer, bool is_second = false);
  bool needs_token() const;
  zms::CalendarQuestion question_about(const Date& from, const Date& until) const;
  void take_days(const zms::FreeDays& free, const Date& from, const Date& until, bool is_whole);
  void forget_times();
  void release();
  void take_reservation(zms::Appointment reserved);
  void wait_for_expiry();

  void take_own(std::vector<KeptAppointment> own);
  KeptAppointment* find(const std::string& id);
  void sort_own();
  void change(const std::string& id, const Change& made, std::function<void()> then);
  // It has been written, or could not be: then nothing is sent.
  void take_new(const KeptAppointment& kept, const Outcome& written, Call first_call);
  void carry(const std::string& id, Call call);
  void send(const KeptAppointment& kept, Call call, zms::BookingAnswer<zms::Appointment> answer);
  void take_answer(const std::string& id, Call call, const zms::Appointment& told);
  void take_setback(const std::string& id, Call call, const zms::Setback& setback);
  void take_booked(const std::string& id, const zms::Appointment& told);
  void lose(const std::string& id, const zms::Setback& setback);
  void rest(const std::string& id, const zms::Setback& setback);
  void replace(const std::string& id);
  void go_on_with_kept();
  void wait_for_retry();

  bool is_watched(const KeptAppointment& kept) const;
  void wait_for_watch();
  void look_for_earlier();
  void look_for_earlier_than(const std::string& id);
  double chance();

  BookingPorts ports_;
  std::function<void()> changed_;
  zms::BookingClient client_;
  AccessToken token_;
  AppointmentBook book_;
  BookingState state_;
  std::optional<NextPage> next_;
  std::optional<kept_data::AppointmentPerson> person_;
  std::optional<OfferedTime> wanted_time_;
  std::uint64_t question_ = 0;  // answers to earlier ones are passed over
  std::map<std::string, unsigned> attempts_;
  std::unique_ptr<platform::RunningTimer> expiry_, retry_, watch_;
  std::int64_t watch_pause_ = 0;
  std::int64_t watch_wish_ = 0;  // the server's, milliseconds
};

}  // namespace stadttor::services::book_appointment
