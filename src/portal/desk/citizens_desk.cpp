#include "portal/desk/citizens_desk.h"

namespace stadttor::portal {

using city::PageKind;
using services::apply::AnswersStay;
using services::keep_data::KeepState;
using services::keep_data::KeepTask;
using services::keep_data::KeptData;

CitizensDesk::CitizensDesk(const DeskPorts& ports)
    : keeper(std::make_unique<services::keep_data::Keeper>(services::keep_data::KeeperPorts{ports.records, ports.mark, ports.cryptography, ports.random, ports.clock, ports.loop, ports.timer, ports.passkeys}, [this] {
        follow_keeper();
        if (changed_) changed_();
      })),
      ports_(ports) {
  keeper->look();
}

void CitizensDesk::note_use() {
  if (keeper != nullptr) keeper->note_use();
}

bool CitizensDesk::holds_unkept_answers() const {
  const bool is_booking = booking != nullptr && booking->state().reserved && !appointment_entries.empty();
  const bool is_reporting = report_directory != nullptr && (!report_entries.empty() || photo_studio->photo().is_there);
  if (outbox != nullptr && outbox->holds_unkept_drafts()) return true;
  return is_booking || ((is_reporting || applications.hold_answers()) && (keeper == nullptr || keeper->holds_unkept()));
}

void CitizensDesk::follow_keeper() {
  // Told while it is made, too.
  if (keeper == nullptr) return;
  const KeptData& data = keeper->data();
  const bool is_locked_now = was_open_ && data.state == KeepState::Locked;
  was_open_ = data.state == KeepState::Open;
  if (is_locked_now) clear();
  follow_vault();
  follow_vault_with_appointments();
  follow_vault_with_reports();
  const bool is_done = was_busy_ && data.task == KeepTask::None && !data.problem;
  was_busy_ = data.task != KeepTask::None;
  if (is_done) keep_pages.forget_secrets();
  for (const std::string& form : keeper->take_reopened_forms()) {
    if (form == kept_data::kReportDraft) {
      restore_report();
      continue;
    }
    const kept_data::Draft* draft = keeper->draft_of(form);
    auto answers = draft == nullptr ? Result<forms::Answers>(forms::Answers{}) : forms::Answers::read_draft(draft->answers);
    // A draft that cannot be read stays in the vault; the form begins anew.
    if (!answers.ok()) continue;
    for (const forms::Attachment& file : answers.value().all_attachments()) {
      keeper->read_file(file.id, [this, form, id = file.id](Result<Personal<std::string>> content) {
        if (content.ok()) applications.restore_content(form, id, content.value());
      });
    }
    applications.restore(form, std::move(answers).value());
  }
}

void CitizensDesk::clear() {
  applications = {};
  kept_values = {};
  keep_pages = {};
  answer_files = {};
  leaving_.clear();
  ledger_.reset();
  appointment_entries = {};
  if (booking != nullptr) booking->forget_visit();
  report_entries = {};
  if (photo_studio != nullptr) photo_studio->remove();
  published_choice = {};
  locating = {};
  leaving_report_.clear();
}

void CitizensDesk::prepare_form(std::string_view form) {
  if (keeper == nullptr) return;
  const KeptData& data = keeper->data();
  kept_values.profile = data.is_readable() ? &data.profile : nullptr;
  kept_values.stay = data.state == KeepState::Open ? AnswersStay::OnTheDevice : data.state == KeepState::Locked ? AnswersStay::BehindALock : AnswersStay::ForTheVisit;
  kept_values.is_changed_elsewhere = data.changed_elsewhere.count(std::string(form)) > 0;
}

void CitizensDesk::keep_form(const city::Address& address, const forms::Definition& definition) {
  if (keeper == nullptr) return;
  if (std::exchange(kept_values.takes_other, false)) return keeper->take_other_draft(definition.id);
  if (std::exchange(kept_values.insists, false)) keeper->insist_on_draft(definition.id);
  if (auto profile = std::exchange(kept_values.remembered, std::nullopt)) keeper->keep_profile(*std::move(profile));
  const services::apply::Application* application = applications.find(definition.id);
  // The citizen has deleted it.
  if (application == nullptr) return keeper->erase_draft_of(definition.id);
  const forms::Answers& answers = application->evaluation().answers();
  if (answers.empty() && !keeper->has_draft(definition.id)) return;
  std::string step = address.step;
  if (address.page != PageKind::Form && address.page != PageKind::FormStep && definition.steps.size() > 1) step = definition.steps.back().id;
  std::vector<services::keep_data::DraftFile> files;
  for (const forms::Attachment& file : answers.all_attachments()) files.push_back({file.id, file.content});
  keeper->save_draft({definition.id, address.language, std::move(step), 0, answers.draft()}, std::move(files));
}

}  // namespace stadttor::portal
