// Words a passphrase can be made of: 2,048 German ones that are told apart by their first four letters, so that five of them by chance are
// one of 2,048^5 (55 bits). They lie beside the packs and are loaded where a passphrase is chosen; drawing belongs to the keeper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::services::keep_data {

inline constexpr std::size_t kPassphraseWords = 2048;  // a power of two: eleven random bits are one word, none likelier than another
inline constexpr std::size_t kSuggestedWords = 5;

class PassphraseWords {
 public:
  // One word a line. MalformedData for another number of words: fewer would promise more than they keep.
  static Result<PassphraseWords> read(std::string text, const std::string& where);

  // Two bytes for each word, of which eleven bits count.
  std::string drawn(std::string_view random) const;

 private:
  std::string text_;
  std::vector<std::size_t> starts_;
};

}  // namespace stadttor::services::keep_data
