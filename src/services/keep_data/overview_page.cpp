// "Meine Daten": whether something is kept, and the ways to it.
#include <algorithm>

#include "kept_data/kept_report.h"
#include "services/keep_data/keep_page_parts.h"
#include "services/send_application/ledger_page.h"

namespace stadttor::services::keep_data {

using city::PageKind;
using semantics::Appearance;

namespace {

// One question, two equal answers.
void show_choice(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("choice", 2, screen.text("data.choice.title"));
  view.page.paragraph(screen.text("data.choice.keep"));
  view.page.paragraph(screen.text("data.choice.visit"));
  auto buttons = view.page.block("ways", {.look = Appearance::Cluster});
  view.page.link("keep", screen.text("data.keep"), view.path(kKeepPage), {.look = Appearance::Secondary});
  if (view.page.button("visit", screen.text("data.visit_only"), {.look = Appearance::Secondary}).pressed()) view.state.is_visit_only = true;
}

void show_visit(const KeepView& view) {
  const auto& screen = view.screen;
  auto message = view.page.message("visit", screen.text("data.visit.title"), Appearance::Info);
  view.page.paragraph(screen.text("data.visit.text"));
  view.page.link("keep", screen.text("data.visit.keep_after_all"), view.path(kKeepPage));
}

void show_parts(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("parts", 2, screen.text("data.parts"));
  auto list = view.page.list(Appearance::LinkList);
  const auto show_part = [&](std::string_view key, std::string_view text_key, const std::string& path) {
    auto item = view.page.item(key);
    view.page.link("link", screen.text(text_key), path);
  };
  show_part("profile", "data.title.angaben", view.path(kProfilePage));
  show_part("cases", "case.title", screen.path(PageKind::Cases));
  if (screen.city.appointments) show_part("appointments", "book.own", screen.path(PageKind::Appointments));
  if (screen.city.reports) show_part("reports", "report.own", screen.path(PageKind::Reports, "meine"));
  show_part("ledger", "ledger.title", screen.path(PageKind::MyData, send_application::kLedgerPage));
  if (view.data.state == KeepState::Open) show_part("ways-in", "data.title.zugang", view.path(kWaysInPage));
  show_part("file", "data.title.datei", view.path(kFilePage));
  show_part("wipe", "data.title.loeschen", view.path(kWipePage));
}

}  // namespace

void show_drafts(const KeepView& view) {
  const auto& screen = view.screen;
  if (view.data.drafts.empty()) return;
  auto region = view.page.region("drafts", 2, screen.text("data.drafts"));
  auto list = view.page.list(Appearance::ResultList);
  for (const KeptDraft& kept : view.data.drafts) {
    const auto& services = screen.city.services;
    const auto service = std::find_if(services.begin(), services.end(), [&kept](const city::ServiceEntry& entry) { return entry.form == kept.draft.form; });
    const bool is_report = kept.draft.form == kept_data::kReportDraft;
    const std::string name = is_report ? std::string(screen.text("report.new")) : service == services.end() ? kept.draft.form : service->name;
    // The record's id would be no name for a node: it is bytes.
    auto item = view.page.item("draft-" + kept.draft.form + "-" + std::to_string(&kept - view.data.drafts.data()));
    view.page.paragraph(name, {.look = Appearance::Bold});
    view.page.paragraph(screen.text("data.draft.changed", {{"moment", moment_words(screen, kept.draft.changed)}}), {.look = Appearance::Small});
    auto buttons = view.page.block("buttons", {.look = Appearance::Cluster});
    const bool can_go_on = service != services.end() || (is_report && screen.city.reports);
    if (can_go_on && view.page.button("continue", screen.text("data.draft.continue", {{"name", name}})).pressed()) {
      view.wish(KeepCommand::OpenDraft);
      view.answer.wish.record = kept.record;
      city::Address there{screen.city.language, kept.draft.step.empty() ? PageKind::Form : PageKind::FormStep, kept.draft.form, {}, {}};
      if (is_report) there = {screen.city.language, PageKind::Reports, "neu", {}, {}};
      there.step = kept.draft.step;
      view.answer.next = there;
    }
    if (view.page.button("erase", screen.text("data.draft.erase", {{"name", name}}), {.look = Appearance::Tertiary}).pressed()) {
      view.wish(KeepCommand::EraseDraft);
      view.answer.wish.record = kept.record;
    }
  }
}

void show_unlocking(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("unlock", 2, screen.text("data.unlock.title"));
  show_passkey_unlocking(view);
  if (!view.data.has_passkey() || !view.data.can_have_passkeys) view.page.paragraph(screen.text("data.unlock.text"));
  {
    auto form = view.page.form("form", screen.text("data.unlock.title"), {.look = Appearance::Stack});
    show_way_in(view);
    const auto button = view.page.button("unlock", screen.text("data.unlock"), {.look = Appearance::Primary});
    if ((form->submitted() || button.pressed()) && !view.is_busy()) {
      view.wish(KeepCommand::Unlock);
      take_way_in(view);
    }
  }
  view.page.paragraph(screen.text("data.unlock.lost"), {.look = Appearance::Small});
  view.page.link("wipe", screen.text("data.title.loeschen"), view.path(kWipePage));
}

void show_overview(const KeepView& view) {
  if (view.data.state == KeepState::VisitOnly) {
    if (view.state.is_visit_only) {
      show_visit(view);
    } else {
      show_choice(view);
    }
  } else {
    auto message = view.page.message("open", view.screen.text("data.open.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("data.open.text"));
    if (view.page.button("lock", view.screen.text("data.lock")).pressed()) view.wish(KeepCommand::Lock);
  }
  show_drafts(view);
  show_parts(view);
}

}  // namespace stadttor::services::keep_data
