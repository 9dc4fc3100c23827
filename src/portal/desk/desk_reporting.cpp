// Reporting at the citizen's desk: what the city's server tells everybody, and an outbox over whichever vault is open.
#include "portal/desk/citizens_desk.h"

#include "services/outbox/record_ids.h"
#include "services/report_defect/report_draft.h"

namespace stadttor::portal {

using services::keep_data::DraftFile;
using services::keep_data::KeepState;
using services::report_defect::Locating;
using services::report_defect::PhotoStudio;
using services::report_defect::ReportDirectory;
using services::report_defect::ReportEntries;
using services::report_defect::ReportOutbox;
using services::report_defect::ReportRecipient;
using services::outbox::KeptWhere;
using services::outbox::OutboxPorts;

void CitizensDesk::prepare_reports(const city::Catalogue& city) {
  if (!ports_ || report_outbox != nullptr || !city.reports) return;
  const auto tell = [this] {
    // What is new there may be new in the ledger.
    ledger_.reset();
    let_go_of_sent_report();
    if (changed_) changed_();
  };
  const city::ReportWay& way = *city.reports;
  report_directory = std::make_unique<ReportDirectory>(ports_->http, ports_->clock, way.endpoint, way.jurisdiction, tell);
  OutboxPorts ports{[this] { return keeper->open_vault(); }, ports_->http, ports_->cryptography, ports_->clock, ports_->random, ports_->locks, ports_->timer, ports_->loop};
  report_outbox = std::make_unique<ReportOutbox>(std::move(ports), ReportRecipient{way.endpoint, way.jurisdiction, city.city.name}, tell);
  report_outbox->set_offline(is_offline);
  prepare_photos();
  follow_vault_with_reports();
}

void CitizensDesk::prepare_photos() {
  if (photo_studio != nullptr) return;
  photo_studio = std::make_unique<PhotoStudio>(ports_->pictures, [this] {
    if (changed_) changed_();
  });
}

// Once its step has been left: what the citizen is still about to cover is kept nowhere.
std::vector<DraftFile> CitizensDesk::photo_to_keep(const city::Address& address) {
  if (photo_studio == nullptr) return {};
  const auto& photo = photo_studio->photo();
  const bool is_kept = !report_entries.photo.empty() && kept_photo_ == photo.shown;
  if (photo.bytes == nullptr || photo.is_unready() || (!is_kept && address.step == "foto")) {
    report_entries.photo.clear();
    return {};
  }
  if (!is_kept) {
    const auto id = ports_->random.bytes(vault::kIdSize);
    if (!id.ok()) return {};
    report_entries.photo = services::outbox::text_from_id({id.value()});
    kept_photo_ = photo.shown;
  }
  return {{report_entries.photo, photo.bytes}};
}

void CitizensDesk::keep_report(const city::Address& address, const services::report_defect::ReportWish& wish) {
  if (keeper == nullptr) return;
  const std::string_view form = kept_data::kReportDraft;
  if (wish.takes_other) return keeper->take_other_draft(form);
  if (wish.insists) keeper->insist_on_draft(form);
  // Everything is taken away again. Of one that was sent the draft stays until the report itself is kept.
  const bool has_photo = photo_studio != nullptr && photo_studio->photo().is_there;
  if (report_entries.empty() && !has_photo) return leaving_report_.empty() ? keeper->erase_draft_of(form) : void();
  std::vector<DraftFile> files = photo_to_keep(address);
  keeper->save_draft({std::string(form), address.language, address.step, 0, services::report_defect::draft_from(report_entries)}, std::move(files));
}

void CitizensDesk::let_go_of_sent_report() {
  if (leaving_report_.empty() || report_outbox == nullptr || !report_outbox->is_loaded()) return;
  const auto* own = services::report_defect::find_own_report(&report_outbox->reports(), leaving_report_);
  if (own != nullptr && !own->is_kept) return;
  leaving_report_.clear();
  // Another one may have been begun meanwhile, which is the draft now.
  if (report_entries.empty()) keeper->erase_draft_of(kept_data::kReportDraft);
}

void CitizensDesk::restore_report() {
  const kept_data::Draft* draft = keeper->draft_of(kept_data::kReportDraft);
  auto entries = draft == nullptr ? Result<ReportEntries>(ReportEntries{}) : services::report_defect::read_report_draft(draft->answers);
  // A draft that cannot be read stays in the vault; the report begins anew.
  if (!entries.ok()) return;
  report_entries = std::move(entries).value();
  prepare_photos();
  photo_studio->remove();
  if (report_entries.photo.empty()) return;
  keeper->read_file(report_entries.photo, [this, photo = report_entries.photo](Result<Personal<std::string>> content) {
    if (!content.ok() || report_entries.photo != photo) return;
    photo_studio->take_prepared(std::move(content).value());
    kept_photo_ = photo_studio->photo().shown;
  });
}

void CitizensDesk::locate() {
  if (!can_locate() || locating == Locating::Asking) return;
  locating = Locating::Asking;
  ports_->whereabouts.ask([this, life = std::weak_ptr<const bool>(life_)](const Result<Personal<platform::DevicePosition>>& found) {
    // The desk may have been cleared meanwhile: nobody waits for it any more.
    if (life.expired() || locating != Locating::Asking) return;
    if (found.ok()) {
      const auto& at = found.value().reveal<"shown to the citizen who wants to report what is there">();
      report_entries.here = Personal<std::string>(city::text_from_position({at.latitude, at.longitude}));
      locating = Locating::Resting;
    } else {
      const ErrorKind kind = found.error().kind;
      locating = kind == ErrorKind::Cancelled ? Locating::Refused : kind == ErrorKind::TimedOut ? Locating::TooLate : Locating::Unknown;
    }
    changed_();
  });
}

void CitizensDesk::follow_vault_with_reports() {
  if (report_outbox == nullptr || keeper == nullptr) return;
  const auto where = keeper->data().state == KeepState::Open ? KeptWhere::OnDevice : KeptWhere::ThisVisit;
  const bool is_there = keeper->open_vault() != nullptr;
  const bool is_followed = report_outbox->is_open() == is_there && reports_opening_ == keeper->openings() && (!is_there || report_outbox->kept_where() == where);
  if (is_followed) return;
  reports_opening_ = keeper->openings();
  is_there ? report_outbox->open(where) : report_outbox->close();
}

}  // namespace stadttor::portal
