// The desk of the engine that has one. The pages' families find on it what their services work with.
#pragma once

#include "platform/clock.h"
#include "platform/cryptography.h"
#include "platform/event_loop.h"
#include "platform/exclusive_lock.h"
#include "platform/http_client.h"
#include "platform/passkeys.h"
#include "platform/pictures.h"
#include "platform/record_store.h"
#include "platform/secure_random.h"
#include "platform/store_mark.h"
#include "platform/timer.h"
#include "platform/whereabouts.h"
#include "portal/desk.h"
#include "portal/page_content.h"
#include "services/apply/application.h"
#include "services/apply/kept_value_offer.h"
#include "services/book_appointment/appointment_pages.h"
#include "services/keep_data/keep_pages.h"
#include "services/report_defect/photo_studio.h"
#include "services/report_defect/report_outbox.h"
#include "services/report_defect/report_pages.h"
#include "services/send_application/answer_files.h"
#include "services/send_application/outbox.h"

namespace stadttor::portal {

// All of them outlive the desk.
struct DeskPorts {
  platform::HttpClient& http;
  platform::Clock& clock;
  platform::RecordStore& records;  // of this device
  platform::StoreMark& mark;       // that there are some
  platform::Cryptography& cryptography;
  platform::SecureRandom& random;
  platform::EventLoop& loop;
  platform::Timer& timer;
  platform::ExclusiveLock& locks;
  platform::Passkeys& passkeys;
  platform::Pictures& pictures;
  platform::Whereabouts& whereabouts;
};

class CitizensDesk : public Desk {
 public:
  // With nothing on it and nowhere to keep anything.
  CitizensDesk() = default;
  explicit CitizensDesk(const DeskPorts& ports);

  void when_changed(std::function<void()> changed) override { changed_ = std::move(changed); }
  void note_use() override;
  void set_offline(bool is_offline) override;
  void set_hidden(bool is_hidden) override;
  bool holds_unkept_answers() const override;
  bool is_shared_computer() const override { return keep_pages.is_visit_only; }
  FurtherPacks further_packs(const city::Address& address) const override;

  // What the vault tells, before a form is shown, and what the citizen did there, after it.
  void prepare_form(std::string_view form);
  void keep_form(const city::Address& address, const forms::Definition& definition);
  // From the first page on whose city has a gateway: what is on its way goes on.
  void prepare_sending(const city::Catalogue& city);
  // From the first page on whose city has appointments: what is being booked goes on.
  void prepare_appointments(const city::Catalogue& city);
  // What the pages of appointments are told.
  services::book_appointment::AppointmentFacts appointment_facts() const;
  // From the first page of reports on: what can be reported is asked for, and what is on its way goes on.
  void prepare_reports(const city::Catalogue& city);
  // What the citizen did on a page of the report that is being written.
  void keep_report(const city::Address& address, const services::report_defect::ReportWish& wish);
  // It has this id among one's own; its draft goes once it is kept there.
  void note_report_sent(const std::string& id) { leaving_report_ = id; }
  bool can_locate() const { return ports_ && ports_->whereabouts.can_ask(); }
  // Where the device is, for the report that is being written.
  void locate();
  // Its case has this id; the answers leave the form once the case is kept.
  void note_sent(const std::string& form, const std::string& case_id) {
    leaving_[form] = case_id;
    not_begun.clear();
  }
  // The bytes of files that were chosen for answers in an earlier visit.
  void read_answer_files();
  // The ledger as it was read last; null while it is read.
  const services::outbox::Ledger* ledger();
  // Everything a visit holds goes.
  void clear();

  services::apply::Applications applications;
  services::apply::KeptValues kept_values;
  services::keep_data::KeepPagesState keep_pages;
  std::string not_begun;  // the form whose sending could not begin, until another page is shown
  std::string unanswered_question;  // whose answer was to be sent with nothing in it
  services::send_application::AnswerFiles answer_files;
  std::unique_ptr<services::keep_data::Keeper> keeper;  // null: nothing can be kept
  std::unique_ptr<services::send_application::Outbox> outbox;   // null: nothing can be sent
  std::unique_ptr<services::book_appointment::Booking> booking;  // null: nothing can be booked
  services::book_appointment::AppointmentEntries appointment_entries;
  std::string preselected_service;  // by the address the citizen came with
  std::unique_ptr<services::report_defect::ReportDirectory> report_directory;  // null: nothing can be reported
  std::unique_ptr<services::report_defect::ReportOutbox> report_outbox;
  std::unique_ptr<services::report_defect::PhotoStudio> photo_studio;  // null: nothing can be reported
  services::report_defect::ReportEntries report_entries;
  services::report_defect::PublishedChoice published_choice;
  services::report_defect::Locating locating = services::report_defect::Locating::Resting;
  bool is_offline = false;

 private:
  void follow_keeper();
  void restore_report();
  void prepare_photos();
  std::vector<services::keep_data::DraftFile> photo_to_keep(const city::Address& address);
  void let_go_of_sent_report();
  void follow_vault();
  void follow_outbox();
  void watch_outbox();
  void follow_vault_with_appointments();
  void follow_vault_with_reports();

  std::optional<DeskPorts> ports_;
  std::function<void()> changed_;
  bool is_hidden_ = false;
  bool was_open_ = false;
  bool was_busy_ = false;
  std::uint64_t followed_opening_ = 0;
  std::map<std::string, std::string> leaving_;  // case by form
  std::optional<services::outbox::Ledger> ledger_;
  bool is_reading_ledger_ = false;
  std::uint64_t appointments_opening_ = 0;
  services::book_appointment::Vaulting vaulting_ = services::book_appointment::Vaulting::Unknown;
  std::uint64_t reports_opening_ = 0;
  std::string leaving_report_;
  std::string kept_photo_;  // which of the studio's pictures the draft has
  // Held by what the device may answer when the desk is gone.
  std::shared_ptr<const bool> life_ = std::make_shared<const bool>(true);
};

// Every state of a page at the desk has one.
inline CitizensDesk& desk_of(PageState& state) { return static_cast<CitizensDesk&>(*state.desk); }
inline const CitizensDesk& desk_of(const PageState& state) { return static_cast<const CitizensDesk&>(*state.desk); }

}  // namespace stadttor::portal
