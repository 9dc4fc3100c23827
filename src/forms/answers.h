// What a citizen has entered into a form, as typed, by the paths of the questions ("children.0.name"). Every entry is Personal:
// nothing here can be printed or sent; a draft leaves only as one Personal text, for the vault. What entries mean belongs to evaluation.h.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::forms {

// A file the citizen chose.
struct Attachment {
  std::string id;  // UUID, also towards the authority
  Personal<std::string> name;  // the citizen's own, never sent
  std::string media_type;
  std::uint64_t bytes = 0;
  std::uint8_t removed = 0;     // what was taken out of it: attachments::RemovedKinds
  bool may_hold_more = false;   // and that more may be in it
  // As it is sent. Shared, because answers are copied with every language. Null where a draft was read back: then the bytes are the vault's.
  std::shared_ptr<const Personal<std::string>> content = {};
};

class Answers {
 public:
  // Empty where nothing was entered.
  const Personal<std::string>& at(std::string_view path) const;
  void set(std::string_view path, Personal<std::string> entered);

  const std::vector<Attachment>& attachments(std::string_view path) const;
  void attach(std::string_view path, Attachment attachment);
  void detach(std::string_view path, std::string_view attachment_id);
  // The bytes of a file whose draft was read back; passed over where no such file is attached.
  void restore_content(std::string_view attachment_id, Personal<std::string> content);
  // The files of all questions.
  std::vector<Attachment> all_attachments() const;
  // Of all files together.
  std::uint64_t attached_bytes() const;

  // How often a repeated group is there, where the citizen added or removed one; else `otherwise`.
  std::uint32_t count(std::string_view group, std::uint32_t otherwise) const;
  void set_count(std::string_view group, std::uint32_t count);
  // Takes what was entered for this repetition away; those behind it move up.
  void remove_item(std::string_view group, std::uint32_t index, std::uint32_t count);

  bool empty() const { return entries_.empty() && attachments_.empty() && counts_.empty(); }

  // As JSON, kept whatever the form looks like by then: entries of questions that are gone stay.
  Personal<std::string> draft() const;
  static Result<Answers> read_draft(const Personal<std::string>& draft);

 private:
  std::map<std::string, Personal<std::string>, std::less<>> entries_;
  std::map<std::string, std::vector<Attachment>, std::less<>> attachments_;
  std::map<std::string, std::uint32_t, std::less<>> counts_;
};

}  // namespace stadttor::forms
