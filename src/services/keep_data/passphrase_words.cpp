#include "services/keep_data/passphrase_words.h"

namespace stadttor::services::keep_data {

Result<PassphraseWords> PassphraseWords::read(std::string text, const std::string& where) {
  PassphraseWords words;
  words.text_ = std::move(text);
  std::size_t start = 0;
  for (std::size_t end = words.text_.find('\n'); end != std::string::npos; end = words.text_.find('\n', start)) {
    words.starts_.push_back(start);
    start = end + 1;
  }
  if (words.starts_.size() == kPassphraseWords && start == words.text_.size()) return words;
  return Error{ErrorKind::MalformedData, where, "expected 2048 lines", NextStep::None};
}

std::string PassphraseWords::drawn(std::string_view random) const {
  std::string passphrase;
  for (std::size_t at = 0; at + 1 < random.size(); at += 2) {
    const auto high = static_cast<unsigned char>(random[at]);
    const auto low = static_cast<unsigned char>(random[at + 1]);
    const std::size_t start = starts_[(std::size_t{high} << 8U | low) % kPassphraseWords];
    if (!passphrase.empty()) passphrase.push_back(' ');
    passphrase.append(text_, start, text_.find('\n', start) - start);
  }
  return passphrase;
}

}  // namespace stadttor::services::keep_data
