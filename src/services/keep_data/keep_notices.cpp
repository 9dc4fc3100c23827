// What has to be said of kept data: problems in words that help, and what the device did by itself.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;

namespace {

// What can go wrong with a passkey alone; else empty.
std::string_view passkey_key_of(const KeepProblem& problem) {
  if (problem.during != KeepTask::MakingPasskey && problem.during != KeepTask::OpeningWithPasskey) return {};
  switch (problem.kind) {
    case ErrorKind::Cancelled: return problem.during == KeepTask::MakingPasskey ? "data.problem.passkey.not_made" : "data.problem.passkey.cancelled";
    case ErrorKind::TimedOut: return "data.problem.passkey.timed_out";
    case ErrorKind::AlreadyThere: return "data.problem.passkey.there";
    case ErrorKind::ServerRefused: return "data.problem.passkey.refused";
    case ErrorKind::NotSupported: return "data.problem.passkey.no_secret";
    case ErrorKind::WrongSecret: return problem.during == KeepTask::OpeningWithPasskey ? "data.problem.passkey.stale" : std::string_view();
    default: return {};
  }
}

// Which sentence: by what was tried and what went wrong.
std::string_view key_of(const KeepProblem& problem) {
  if (const auto key = passkey_key_of(problem); !key.empty()) return key;
  const bool is_way_in = problem.during == KeepTask::Unlocking || problem.during == KeepTask::ChangingWaysIn || problem.during == KeepTask::Importing;
  switch (problem.kind) {
    case ErrorKind::WrongSecret: return "data.problem.wrong";
    case ErrorKind::OutOfMemory: return "data.problem.memory";
    case ErrorKind::StorageFull: return "data.problem.full";
    case ErrorKind::StorageUnreadable: return "data.problem.storage";
    case ErrorKind::ChangedElsewhere: return problem.during == KeepTask::Keeping || problem.during == KeepTask::Importing ? "data.problem.kept_elsewhere" : "data.problem.changed";
    case ErrorKind::NotSupported: return "data.problem.later_version";
    case ErrorKind::MalformedData:
      if (problem.during == KeepTask::Importing) return "data.problem.file";
      return is_way_in ? "data.problem.damaged_way" : "data.problem.damaged";
    case ErrorKind::Tampered: return "data.problem.damaged";
    case ErrorKind::NotFound: return "data.problem.gone";
    default: return "data.problem.unknown";
  }
}

std::string_view title_of(KeepTask during) {
  switch (during) {
    case KeepTask::Keeping: return "data.failed.keeping";
    case KeepTask::Unlocking:
    case KeepTask::OpeningWithPasskey: return "data.failed.unlocking";
    case KeepTask::MakingPasskey: return "data.failed.passkey";
    case KeepTask::Saving: return "data.failed.saving";
    case KeepTask::ChangingWaysIn: return "data.failed.changing";
    case KeepTask::Exporting: return "data.failed.exporting";
    case KeepTask::Importing: return "data.failed.importing";
    case KeepTask::Wiping: return "data.failed.wiping";
    case KeepTask::Looking:
    case KeepTask::None: return "data.failed.looking";
  }
  return "data.failed.looking";
}

void show_dismissal(const KeepView& view) {
  if (view.page.button("dismiss", view.screen.text("data.understood"), {.look = Appearance::Small}).pressed()) view.wish(KeepCommand::ForgetProblem);
}

std::string_view task_words(KeepTask task) {
  switch (task) {
    case KeepTask::Unlocking: return "data.task.unlocking";
    case KeepTask::Wiping: return "data.task.wiping";
    case KeepTask::MakingPasskey:
    case KeepTask::OpeningWithPasskey: return "data.task.passkey";
    case KeepTask::Keeping:
    case KeepTask::ChangingWaysIn: return "data.task.keeping";
    case KeepTask::Exporting:
    case KeepTask::Importing: return "data.task.file";
    case KeepTask::Looking:
    case KeepTask::Saving:
    case KeepTask::None: return "data.task.looking";
  }
  return "data.task.looking";
}

}  // namespace

void show_notices(const KeepView& view) {
  const auto& screen = view.screen;
  if (view.data.problem) {
    auto message = view.page.message("problem", screen.text(title_of(view.data.problem->during)), Appearance::Danger);
    view.page.paragraph(screen.text(key_of(*view.data.problem)));
  }
  if (view.data.was_lost) {
    auto message = view.page.message("lost", screen.text("data.lost.title"), Appearance::Warning);
    view.page.paragraph(screen.text("data.lost.text"));
    show_dismissal(view);
  }
  if (view.data.locked_itself) {
    auto message = view.page.message("locked", screen.text("data.locked_itself.title"), Appearance::Info);
    view.page.paragraph(screen.text("data.locked_itself.text"));
  }
  if (view.data.has_just_begun) {
    auto message = view.page.message("begun", screen.text("data.begun.title"), Appearance::Success);
    view.page.paragraph(screen.text("data.begun.text"));
    show_dismissal(view);
  }
}

void show_progress(const KeepView& view) {
  const bool is_said = view.is_busy() || view.data.state == KeepState::Looking;
  view.page.status("progress", is_said ? view.screen.text(task_words(view.data.task)) : std::string_view());
}

}  // namespace stadttor::services::keep_data
