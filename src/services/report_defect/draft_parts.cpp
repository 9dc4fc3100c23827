// Where what is entered stays until it is sent, in the words that forms have for it, and what is asked when another tab has written it on.
#include "services/keep_data/keep_pages.h"
#include "services/report_defect/report_page_parts.h"

namespace stadttor::services::report_defect {

using apply::AnswersStay;
using city::PageKind;
using semantics::Appearance;

void show_changed_elsewhere(const ReportView& view) {
  if (!view.facts.is_changed_elsewhere) return;
  auto message = view.page.message("other-tab", view.screen.text("data.form.changed.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("report.draft.changed"));
  auto buttons = view.page.block("ways", {.look = Appearance::Cluster});
  if (view.page.button("take", view.screen.text("data.form.changed.take")).pressed()) view.wish.takes_other = true;
  if (view.page.button("insist", view.screen.text("data.form.changed.insist")).pressed()) view.wish.insists = true;
}

void show_where_entries_stay(const ReportView& view) {
  switch (view.facts.stay) {
    case AnswersStay::ForTheVisit: {
      auto promise = view.page.message("promise", view.screen.text("form.promise.title"), Appearance::Info);
      view.page.paragraph(view.screen.text("report.draft.visit"));
      return (void)view.page.link("keep", view.screen.text("data.keep"), view.screen.path(PageKind::MyData, keep_data::kKeepPage));
    }
    case AnswersStay::OnTheDevice: {
      auto promise = view.page.message("promise", view.screen.text("data.form.kept.title"), Appearance::Info);
      view.page.paragraph(view.screen.text("data.form.kept.text"));
      return (void)view.page.link("data", view.screen.text("data.title"), view.screen.path(PageKind::MyData));
    }
    case AnswersStay::BehindALock: break;
  }
  auto promise = view.page.message("promise", view.screen.text("data.form.locked.title"), Appearance::Info);
  view.page.paragraph(view.screen.text("report.draft.locked"));
  view.page.link("data", view.screen.text("data.title"), view.screen.path(PageKind::MyData));
}

}  // namespace stadttor::services::report_defect
