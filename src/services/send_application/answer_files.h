// The files that are chosen for answers while these are being written: for each question a small form of its own, so that files are taken,
// shown, refused and taken away again as in every form. Keeping them is the outbox's, reading their bytes back the desk's.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kept_data/receipt.h"
#include "services/apply/application.h"
#include "services/screen.h"

namespace stadttor::services::send_application {

// Of all files that go with one answer; each is small enough for what the delivery service takes.
inline constexpr std::uint32_t kMostAnswerFiles = 5;
inline constexpr std::uint64_t kLargestAnswerFile = 10U << 20;  // bytes

// A file that is known by name, and whose bytes are in the vault.
struct UnreadFile {
  std::string question;
  std::string file;
};

class AnswerFiles {
 public:
  // The form for the files of one answer, which has one question: kFilesOfAnswer. It begins with what is kept.
  apply::Application& of(const Screen& screen, const kept_data::ReceiptQuestion& question);
  // The vault has been asked for the bytes of some, and has not answered yet.
  bool is_reading(std::string_view question) const;
  // Other files than a moment ago: they are to be kept. Says so once.
  bool take_change(std::string_view question);

  // Each is named once.
  std::vector<UnreadFile> take_unread();
  void take_content(const UnreadFile& read, Result<Personal<std::string>> content);
  // The answer has been handed over.
  void forget(std::string_view question);

 private:
  struct Choosing;
  std::map<std::string, std::shared_ptr<Choosing>, std::less<>> by_question_;
};

inline constexpr forms::Place kFilesOfAnswer = {0, 0};

}  // namespace stadttor::services::send_application
