// Running text in lines: words of several styles, and boxes among them, broken between words. Knows nothing of nodes but
// their numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/layout/text_measure.h"

namespace stadttor::presentation::imgui {

struct InlineItem {
  semantics::NodeIndex node = 0;
  const BoxStyle* style = nullptr;
  std::string_view text;          // one word; empty for a box
  float width = 0;
  float height = 0;               // of a box
  float hyphen = 0;               // width of the "-" that shows where a line ends behind its soft hyphen
  bool is_atom = false;           // a box among the words: an icon, a badge
  bool follows_space = false;
  bool may_break_before = false;
};

struct LineItem {
  InlineItem item;
  float x = 0;  // from the line's start
  float space = 0;  // before it
};

struct TextLine {
  std::vector<LineItem> items;
  bool is_hyphenated = false;  // ends inside a word, with a "-" that stands in no text; its width is counted
  float width = 0;
  float height = 0;
  float baseline = 0;  // from the line's top
};

// Words of `text` in the style of a node, appended to `items`. Spaces and line ends separate words; hyphens and soft hyphens
// allow a break.
void append_words(std::string_view text, semantics::NodeIndex node, const BoxStyle& style, const TextMeasure& measure,
                  std::vector<InlineItem>& items);

// Lines no wider than `width`. Words break inside only where one alone is wider. `strut` gives the least height of a line.
std::vector<TextLine> break_lines(const std::vector<InlineItem>& items, float width, const TextStyle& strut,
                                  const TextMeasure& measure);

// Text as it shows inside of a line.
std::string without_soft_hyphens(std::string_view text);

// The narrowest width that takes no more lines than `width` does, for headings.
float balanced_width(const std::vector<InlineItem>& items, float width, const TextStyle& strut, const TextMeasure& measure);

// All on one line.
float width_on_one_line(const std::vector<InlineItem>& items, const TextMeasure& measure);
// The widest part that can't be broken.
float widest_part(const std::vector<InlineItem>& items);

}  // namespace stadttor::presentation::imgui
