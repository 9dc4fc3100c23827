// A citizen before the page of a case that was asked about, with what the desk does for it; and files to choose.
#pragma once

#include "attachments/marked_files.h"
#include "services/keep_data/draft_writer.h"
#include "services/send_application/answer_files.h"
#include "services/send_application/asking_world.h"
#include "services/send_application/case_questions.h"
#include "support/small_city.h"

namespace stadttor::testing {

using services::send_application::AnswerFiles;
using services::send_application::CaseAnswer;
using services::send_application::CasesFacts;
using services::send_application::UnreadFile;
using services::send_application::WrittenAnswer;

inline constexpr const char* kPdf = "0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e31";
inline constexpr const char* kPhoto = "0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e32";
inline constexpr const char* kField = "Dateien zu Ihrer Antwort (freiwillig)";
inline constexpr const char* kSend = "Antwort verschlüsselt senden";
inline const std::string kProof = "%PDF-1.7\nMeldebescheinigung";

inline std::string photo() { return jpeg_with(jpeg_segment(0xe1, exif_block(1, true))); }

// As a presentation tells a chosen file.
inline std::string told_file(const std::string& id, const std::string& name, const std::string& content) {
  return id + "\napplication/octet-stream\n" + std::to_string(content.size()) + "\n" + name + "\n" + content;
}

struct Answering {
  AskingWorld& world;
  Tab& tab;
  SmallCity city{};
  AnswerFiles files{};
  std::string unanswered{};
  semantics::Tree tree{};

  Answering(AskingWorld& in, Tab& at) : world(in), tab(at) { show(); }

  void show(const semantics::ActionQueue& actions = {}) {
    const std::string id = application_in(tab).id;
    CasesFacts facts;
    facts.cases = &tab.outbox.cases();
    facts.where = KeptWhere::OnDevice;
    facts.unanswered = unanswered;
    facts.files = &files;
    CaseAnswer answer;
    tree = city.page([&](const services::Screen& screen, semantics::Page& page) { answer = show_case(screen, page, facts, id); }, actions);
    for (const UnreadFile& file : files.take_unread()) {
      const auto record = services::keep_data::record_of_file(file.file);
      tab.vault.read(*record, [this, file](Result<vault::KeptRecord> kept) {
        files.take_content(file, kept.ok() ? Result<Personal<std::string>>(std::move(kept).value().content) : kept.error());
      });
    }
    for (const WrittenAnswer& written : answer.written) tab.outbox.keep_answer_draft(id, written.question, written.draft);
    if (!answer.unanswered.empty()) unanswered = answer.unanswered;
    if (answer.send && tab.outbox.send(*answer.send).ok()) files.forget(answer.sent_to);
  }
  // Until the page rests.
  void settle() {
    world.loop.run();
    show();
  }
  void set(const char* role, const char* name, const std::string& value) {
    const auto node = find_node(tree, role, name);
    if (!CHECK_MESSAGE(node != semantics::kNoNode, name)) return;
    show({{semantics::ActionKind::SetValue, tree.node(node).key, value}});
    settle();
  }
  void choose(const std::string& id, const std::string& name, const std::string& content) { set("file", kField, told_file(id, name, content)); }
  void press(const std::string& name) {
    CHECK_MESSAGE(has_node(tree, "button", name), name);
    show(press_on(tree, "button", name));
    settle();
  }
  bool sees(std::string_view text) const { return has_text(tree, text); }
  std::string property_of(const char* role, const char* name, semantics::Property property) const {
    const auto node = find_node(tree, role, name);
    return node == semantics::kNoNode ? std::string("no field") : std::string(tree.property_of(tree.node(node), property));
  }
  std::string error_of(const char* role, const char* name) const { return property_of(role, name, semantics::Property::Error); }
};

}  // namespace stadttor::testing
