#include "forms/answers.h"

#include <algorithm>

#include "foundation/json.h"
#include "foundation/json_reader.h"

namespace stadttor::forms {

namespace {

// Takes the entries of one repetition out of a map by paths and moves the later ones up.
template <class Map>
void remove_repetition(Map& map, const std::string& group, std::uint32_t index, std::uint32_t count) {
  for (std::uint32_t i = index; i < count; ++i) {
    const std::string from = group + "." + std::to_string(i) + ".";
    std::vector<std::string> found;
    for (auto at = map.lower_bound(from); at != map.end() && at->first.compare(0, from.size(), from) == 0; ++at) found.push_back(at->first);
    for (const std::string& path : found) {
      auto node = map.extract(path);
      if (i == index) continue;
      node.key() = group + "." + std::to_string(i - 1) + "." + path.substr(from.size());
      map.insert(std::move(node));
    }
  }
}

}  // namespace

const Personal<std::string>& Answers::at(std::string_view path) const {
  static const Personal<std::string> kNothing;
  const auto found = entries_.find(path);
  return found == entries_.end() ? kNothing : found->second;
}

void Answers::set(std::string_view path, Personal<std::string> entered) {
  const auto found = entries_.find(path);
  if (entered.is_empty()) {
    if (found != entries_.end()) entries_.erase(found);
  } else if (found != entries_.end()) {
    found->second = std::move(entered);
  } else {
    entries_.emplace(path, std::move(entered));
  }
}

const std::vector<Attachment>& Answers::attachments(std::string_view path) const {
  static const std::vector<Attachment> kNothing;
  const auto found = attachments_.find(path);
  return found == attachments_.end() ? kNothing : found->second;
}

void Answers::attach(std::string_view path, Attachment attachment) { attachments_[std::string(path)].push_back(std::move(attachment)); }

void Answers::detach(std::string_view path, std::string_view attachment_id) {
  const auto found = attachments_.find(path);
  if (found == attachments_.end()) return;
  auto& list = found->second;
  list.erase(std::remove_if(list.begin(), list.end(), [attachment_id](const Attachment& one) { return one.id == attachment_id; }), list.end());
  if (list.empty()) attachments_.erase(found);
}

void Answers::restore_content(std::string_view attachment_id, Personal<std::string> content) {
  for (auto& [path, list] : attachments_) {
    for (Attachment& one : list) {
      if (one.id != attachment_id) continue;
      one.content = std::make_shared<const Personal<std::string>>(std::move(content));
      return;
    }
  }
}

std::vector<Attachment> Answers::all_attachments() const {
  std::vector<Attachment> all;
  for (const auto& [path, list] : attachments_) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::uint64_t Answers::attached_bytes() const {
  std::uint64_t bytes = 0;
  for (const auto& [path, list] : attachments_) {
    for (const Attachment& one : list) bytes += one.bytes;
  }
  return bytes;
}

std::uint32_t Answers::count(std::string_view group, std::uint32_t otherwise) const {
  const auto found = counts_.find(group);
  return found == counts_.end() ? otherwise : found->second;
}

void Answers::set_count(std::string_view group, std::uint32_t count) { counts_[std::string(group)] = count; }

void Answers::remove_item(std::string_view group, std::uint32_t index, std::uint32_t count) {
  if (index >= count) return;
  remove_repetition(entries_, std::string(group), index, count);
  remove_repetition(attachments_, std::string(group), index, count);
  set_count(group, count - 1);
}

Personal<std::string> Answers::draft() const {
  std::vector<JsonValue::Member> entries;
  for (const auto& [path, entered] : entries_) {
    entries.emplace_back(path, JsonValue::text(entered.reveal<"put into the citizen's own draft">()));
  }
  std::vector<JsonValue::Member> files;
  for (const auto& [path, list] : attachments_) {
    std::vector<JsonValue> of_question;
    for (const Attachment& one : list) {
      of_question.push_back(JsonValue::object({{"id", JsonValue::text(one.id)},
                                               {"name", JsonValue::text(one.name.reveal<"put into the citizen's own draft">())},
                                               {"type", JsonValue::text(one.media_type)},
                                               {"bytes", JsonValue::number(static_cast<double>(one.bytes))},
                                               {"removed", JsonValue::number(one.removed)},
                                               {"mayHoldMore", JsonValue::boolean(one.may_hold_more)}}));
    }
    files.emplace_back(path, JsonValue::list(std::move(of_question)));
  }
  std::vector<JsonValue::Member> counts;
  for (const auto& [path, count] : counts_) counts.emplace_back(path, JsonValue::number(count));
  return Personal<std::string>(text_from_json(JsonValue::object({{"version", JsonValue::number(1)},
                                                                 {"entries", JsonValue::object(std::move(entries))},
                                                                 {"files", JsonValue::object(std::move(files))},
                                                                 {"counts", JsonValue::object(std::move(counts))}})));
}

Result<Answers> Answers::read_draft(const Personal<std::string>& draft) {
  TRY_ASSIGN(auto document, JsonDocument::parse(draft.reveal<"read back from the citizen's own draft">(), "draft"));
  JsonReader root = document.root();
  if (root.required_number("version") != 1) {
    return Error{ErrorKind::NotSupported, "draft", "a draft of another version of the portal", NextStep::ContactOffice};
  }
  Answers answers;
  root.each_member("entries", [&answers](const std::string& path, JsonReader entry) { answers.set(path, Personal<std::string>(entry.as_text())); });
  root.each_member("files", [&answers, &root](const std::string& path, JsonReader) {
    root.member("files").each(path, [&answers, &path](JsonReader file) {
      Attachment attachment{file.required_text("id"), Personal<std::string>(file.required_text("name")), file.required_text("type"),
                            static_cast<std::uint64_t>(std::max(0.0, file.required_number("bytes")))};
      constexpr double kAllRemoved = 255;
      attachment.removed = static_cast<std::uint8_t>(std::clamp(file.number_or("removed", 0), 0.0, kAllRemoved));
      attachment.may_hold_more = file.flag_or("mayHoldMore", false);
      answers.attach(path, std::move(attachment));
    });
  });
  root.each_member("counts", [&answers](const std::string& path, JsonReader count) {
    constexpr double kMost = 1000;
    answers.set_count(path, static_cast<std::uint32_t>(std::clamp(count.as_number(), 0.0, kMost)));
  });
  TRY(document.finish());
  return answers;
}

}  // namespace stadttor::forms
