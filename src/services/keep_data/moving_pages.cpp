// What is kept, as one encrypted file and back; and everything erased.
#include "services/keep_data/keep_page_parts.h"

namespace stadttor::services::keep_data {

using semantics::Appearance;

namespace {

// A chosen file comes with its id, type, size and name, one a line, before its content.
Personal<std::string> content_of(std::string_view chosen) {
  for (int line = 0; line < 4; ++line) {
    const std::size_t end = chosen.find('\n');
    if (end == std::string_view::npos) return {};
    chosen.remove_prefix(end + 1);
  }
  return Personal<std::string>(std::string(chosen));
}

void show_export(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("export", 2, screen.text("data.export.title"));
  view.page.paragraph(screen.text("data.export.text"));
  if (view.page.button("export", screen.text("data.export"), {.icon = "download"}).pressed()) view.wish(KeepCommand::ExportFile);
}

void show_import(const KeepView& view) {
  const auto& screen = view.screen;
  auto region = view.page.region("import", 2, screen.text("data.import.title"));
  view.page.paragraph(screen.text("data.import.text"));
  auto form = view.page.form("form", screen.text("data.import.title"), {.look = Appearance::Stack});
  const auto field = view.page.file_field("file", screen.text("data.import.file"), {.states = semantics::states_of(semantics::State::Required), .accept = kFileEnding});
  if (const std::string* read = field.entered()) view.state.file = content_of(*read);
  view.page.status("chosen", view.state.file.is_empty() ? std::string_view() : screen.text("data.import.chosen"));
  show_way_in(view);
  const auto button = view.page.button("import", screen.text("data.import"), {.look = Appearance::Primary});
  if ((!form->submitted() && !button.pressed()) || view.is_busy()) return;
  if (view.state.file.is_empty()) return view.page.focus(field.key());
  view.wish(KeepCommand::ImportFile);
  view.answer.wish.file = view.state.file;
  take_way_in(view);
}

}  // namespace

void show_file_page(const KeepView& view) {
  if (view.data.state == KeepState::Open) {
    show_export(view);
  } else {
    show_import(view);
  }
}

void show_wiping(const KeepView& view) {
  const auto& screen = view.screen;
  view.page.paragraph(screen.text("data.wipe.lead"), {.look = Appearance::Lead});
  {
    auto message = view.page.message("warning", screen.text("data.wipe.title"), Appearance::Warning);
    view.page.paragraph(screen.text("data.wipe.text"));
  }
  auto buttons = view.page.block("buttons", {.look = Appearance::Cluster});
  if (view.page.button("wipe", screen.text("data.wipe.yes")).pressed() && !view.is_busy()) {
    view.wish(KeepCommand::Wipe);
    view.answer.next = city::Address{screen.city.language, city::PageKind::MyData, {}, {}, {}};
  }
  view.page.link("back", screen.text("data.wipe.no"), view.path({}));
}

}  // namespace stadttor::services::keep_data
