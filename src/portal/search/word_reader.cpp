#include "portal/search/word_reader.h"

#include <algorithm>
#include <cstddef>

#include "portal/search/search_letters.h"
#include "portal/search/word_stem.h"

namespace stadttor::portal::search {
namespace {

bool is_hyphen(char32_t code_point) {
  return code_point == '-' || code_point == 0x2010 || code_point == 0x2011;
}

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<Word> read() {
    std::size_t position = 0;
    while (position < text_.size()) {
      const std::size_t before = position;
      const char32_t code_point = next_code_point(text_, position);
      switch (letter_class(code_point)) {
        case LetterClass::Letter:
          take_letter(code_point, before, position);
          break;
        case LetterClass::Joint:
          if (!word_.letters.empty()) word_.boundaries |= std::uint64_t{1} << word_.letters.size();
          break;
        case LetterClass::Silent:
          break;
        case LetterClass::Separator:
          end_word();
          hyphen_end_ = is_hyphen(code_point) ? position : 0;
          break;
      }
    }
    end_word();
    return std::move(words_);
  }

 private:
  void take_letter(char32_t code_point, std::size_t before, std::size_t after) {
    if (word_.letters.empty()) {
      start_ = before;
      if (hyphen_end_ == before && before > 0 && !words_.empty() && last_end_ + 3 >= before) mark_joined(before);
    }
    if (word_.letters.size() + 4 <= kLongestWord) append_letters(word_.letters, code_point);
    end_ = after;
  }

  // Only if nothing but the hyphen lies between the two words ("An- und Abmeldung" is not joined).
  void mark_joined(std::size_t before) {
    std::size_t position = last_end_;
    const char32_t code_point = next_code_point(text_, position);
    if (is_hyphen(code_point) && position == before) words_.back().joined_to_next = true;
  }

  void end_word() {
    if (word_.letters.empty()) return;
    word_.boundaries &= (std::uint64_t{1} << word_.letters.size()) - 1;
    word_.surface = text_.substr(start_, end_ - start_);
    words_.push_back(std::move(word_));
    word_ = Word{};
    last_end_ = end_;
  }

  std::string_view text_;
  std::vector<Word> words_;
  Word word_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  std::size_t last_end_ = 0;
  std::size_t hyphen_end_ = 0;
};

bool is_listed(std::string_view list, std::string_view letters) {
  // The lists have a space before and after each word.
  for (std::size_t at = list.find(letters); at != std::string_view::npos; at = list.find(letters, at + 1)) {
    if (list[at - 1] == ' ' && list[at + letters.size()] == ' ') return true;
  }
  return false;
}

// As people write them; folded once, on first use.
constexpr std::string_view kStopWords =
    " aber alle allem allen aller alles als also am anderen auch auf aus bei beim bin bis bist bitte "
    "da dabei dafür damit danach dann daran darauf darf dürfen das dass dein deine dem den denn der des "
    "deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines "
    "er es etwas euch euer falls für gern habe haben hat hier hin ich ihm ihn ihnen ihr ihre ihrem "
    "ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst können könnte man mein meine meinem "
    "meinen meiner meines mich mir mit möchte möchten muss müssen nach nachdem nicht noch nun nur ob oder ohne per "
    "schon sehr sein seine seinem seinen seiner seit sich sie sind so sobald sollte sollten sondern soll sowie über um "
    "und uns unser unsere unserem unseren unserer vom von vor wann war warum was weil welche welchem welchen welcher "
    "welches wenn wer werden wie wieder will wir wird wo wohin worden wurde wurden würde zu zum zur zwischen "
    "ca beide beiden bereits bevor bist bzw dabei dafür dagegen daher dahin darin darum darüber darfst davon dazu deinem deinen "
    "denen derjenige deswegen eigentlich erst etwa eure euren eventuell evtl gar genau gerade gerne geworden gewesen habt hallo "
    "hatte hatten hätte hätten hi immer irgendwann irgendwas irgendwie irgendwo jemand jemandem jemanden konnte könnt könnten "
    "leider mag mal mehr moin schaff schaffe schaffen müsst musst müsste na natürlich niemand obwohl seid sei sogar solche sollen sollst sonst soviel "
    "trotzdem überhaupt usw viel viele vielen vielleicht wäre wären waren war wegen wem wen werd werde weshalb wessen wieso "
    "wieviel wieviele willst wirst wobei wofür woher wollen wollte wollten womit worum wozu würd würden "
    "ans aufm aufs ausm durchs fürn fürs hinterm übers ums unterm vorm vors "
    "bissl dran drauf drin hab hob isch ma mei meim mein möcht ned nem nen ne ner net nich nichts nimmer nix wat wos "
    "a about am and any are at be can could do does for from get got had have how i if is it just many me much my need of on "
    "or our please should some that the their them there they this to want we were what when where which who with would you your "
    "ve veya için nasıl nerede nereden nereye ne kaç mi mı mu mü bir bu ile bana benim ben istiyorum lazım olarak gibi "
    "як де що коли чи і й та або для на в у з до від це мій моя моє мої мені мене я хочу треба потрібно можна ми "
    "كيف أين ماذا متى هل في من على إلى عن أو و هذا هذه أريد أحتاج أنا مع لي ";

constexpr std::string_view kVerbParticles =
    " ab an auf aus bei ein fest fort frei her hin los mit nach um vor weg zu zurück ";

constexpr std::string_view kCompoundPrepositions = " für fürs von vom zum zur ";

// Stems.
constexpr std::string_view kWeakWords = " brauch braucht mach macht tun tut geh geht komm kommt lass lasst bekomm bekommt krieg kriegt nehm nimmt geb gibt "
    "raus rein gibts gehts einfach heut morg bald lang dauert dauer kost bezahl bezahlt zahl zahlt hol holt find frag funktioniert "
    "ganz passiert zustandig ";

std::string folded_list(std::string_view list) {
  std::string folded = " ";
  for (const Word& word : read_words(list)) folded += word.letters + " ";
  return folded;
}

}  // namespace

std::vector<Word> read_words(std::string_view text) { return WordReader(text).read(); }

bool is_stop_word(std::string_view letters) {
  static const std::string list = folded_list(kStopWords);
  return letters.empty() || is_listed(list, letters);
}

bool is_weak_word(std::string_view letters) { return is_listed(kWeakWords, word_stem(letters, StemLanguage::German)); }

bool is_verb_particle(std::string_view letters) {
  static const std::string list = folded_list(kVerbParticles);
  return !letters.empty() && is_listed(list, letters);
}

bool is_compound_preposition(std::string_view letters) {
  static const std::string list = folded_list(kCompoundPrepositions);
  return !letters.empty() && is_listed(list, letters);
}

}  // namespace stadttor::portal::search
