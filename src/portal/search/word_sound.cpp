#include "portal/search/word_sound.h"

#include <algorithm>
#include <cstddef>

namespace stadttor::portal::search {
namespace {

constexpr std::size_t kShortestSoundedWord = 4;

bool is_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
}

class SoundReader {
 public:
  SoundReader(std::string_view letters, std::string& sound) : letters_(letters), sound_(sound) {}

  void read() {
    while (at_ < letters_.size()) read_next();
  }

 private:
  char letter(std::size_t ahead) const { return at_ + ahead < letters_.size() ? letters_[at_ + ahead] : ' '; }

  // Doubled sounds are one: "nn", but also "dt" and "ck".
  void take(std::size_t count, char sound) {
    at_ += count;
    if (sound_.empty() || sound_.back() != sound) sound_ += sound;
  }

  void take(std::size_t count, char first, char second) {
    take(count, first);
    take(0, second);
  }

  // A capital, which no letter of the search alphabet is, stands for a sound that is written with several letters.
  void read_next() {
    switch (letters_[at_]) {
      case 'a': return take(1, 'e');  // ä is a in the search alphabet, and sounds like e
      case 'b': return take(1, 'p');
      case 'c': return read_c();
      case 'd': return take(1, 't');
      case 'e': return read_e();
      case 'g': return take(1, 'k');
      case 'h': return at_ == 0 ? take(1, 'h') : skip();
      case 'i': return take(letter(1) == 'e' ? 2 : 1, 'i');
      case 'j': case 'y': return take(1, 'i');
      case 'o': return letter(1) == 'i' || letter(1) == 'y' ? take(2, 'O') : take(1, 'o');
      case 'p': return letter(1) == 'h' ? take(2, 'f') : take(1, 'p');
      case 'q': return letter(1) == 'u' ? take(2, 'k', 'f') : take(1, 'k');
      case 's': return read_s();
      case 't': return letter(1) == 'z' || letter(1) == 's' ? skip() : take(1, 't');
      case 'v': case 'w': return take(1, 'f');
      case 'x': return take(1, 'k', 's');
      case 'z': return take(1, 's');
      default: return take(1, letters_[at_]);
    }
  }

  void read_c() {
    if (letter(1) == 'h') return letter(2) == 's' ? take(3, 'k', 's') : take(2, 'C');
    take(1, letter(1) == 'e' || letter(1) == 'i' ? 's' : 'k');
  }

  void read_e() {
    if (letter(1) == 'u') return take(2, 'O');
    // "-er" is spoken like "-a", unless a vowel follows the r.
    take(letter(1) == 'r' && !is_vowel(letter(2)) ? 2 : 1, 'e');
  }

  void read_s() {
    if (letter(1) == 'c' && letter(2) == 'h') return take(3, 'S');
    if (letter(1) == 'h') return take(2, 'S');
    take(1, 's');
  }

  void skip() { ++at_; }

  std::string_view letters_;
  std::size_t at_ = 0;
  std::string& sound_;
};

}  // namespace

void read_word_sound(std::string_view letters, std::string& sound) {
  sound.clear();
  const bool is_latin = std::all_of(letters.begin(), letters.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
  if (is_latin && letters.size() >= kShortestSoundedWord) SoundReader(letters, sound).read();
}

}  // namespace stadttor::portal::search
