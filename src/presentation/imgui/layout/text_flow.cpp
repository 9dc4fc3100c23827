#include "presentation/imgui/layout/text_flow.h"

#include <algorithm>

namespace stadttor::presentation::imgui {

namespace {

constexpr std::string_view kSoftHyphen = "\xc2\xad";

bool ends_with_soft_hyphen(std::string_view word) {
  return word.size() >= kSoftHyphen.size() && word.substr(word.size() - kSoftHyphen.size()) == kSoftHyphen;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Bytes until the next place where a line may break: a space, or behind a hyphen between letters.
std::size_t breakable_size(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) return i;
    const bool is_inside = i > 0 && i + 1 < text.size() && !is_space(text[i + 1]);
    if (text[i] == '-' && is_inside) return i + 1;
    if (is_inside && text.substr(i, kSoftHyphen.size()) == kSoftHyphen) return i + kSoftHyphen.size();
  }
  return text.size();
}

class LineBreaking {
 public:
  LineBreaking(float width, const TextStyle& strut, const TextMeasure& measure) : width_(width), strut_(strut), measure_(measure) {}

  void add_group(const InlineItem* begin, const InlineItem* end) {
    float group = 0;
    for (const InlineItem* item = begin; item != end; ++item) group += item->width;
    const float space = line_.items.empty() || !begin->follows_space ? 0 : space_after(line_.items.back().item);
    if (!line_.items.empty() && line_.width + space + group + (end - 1)->hyphen > width_) break_line();
    if (group > width_ && end - begin == 1 && !begin->is_atom) return add_long_word(*begin);
    for (const InlineItem* item = begin; item != end; ++item) add(*item);
  }

  std::vector<TextLine> finish() {
    if (!line_.items.empty()) finish_line();
    return std::move(lines_);
  }

 private:
  float space_after(const InlineItem& item) const { return measure_.width_of(" ", item.style->text); }

  void add(const InlineItem& item) {
    const float space = line_.items.empty() || !item.follows_space ? 0 : space_after(line_.items.back().item);
    line_.items.push_back({item, line_.width + space, space});
    line_.width += space + item.width;
  }

  void add_long_word(InlineItem word) {
    while (!word.text.empty()) {
      InlineItem piece = word;
      piece.text = word.text.substr(0, measure_.fitting(word.text, word.style->text, width_));
      piece.width = measure_.width_of(piece.text, word.style->text);
      word.text.remove_prefix(piece.text.size());
      if (!word.text.empty()) piece.hyphen = 0;
      word.follows_space = false;
      add(piece);
      if (!word.text.empty()) break_line();
    }
  }

  void break_line() {
    LineItem& last = line_.items.back();
    line_.is_hyphenated = last.item.hyphen > 0;
    last.item.width += last.item.hyphen;
    line_.width += last.item.hyphen;
    finish_line();
  }

  void finish_line() {
    float above = 0;
    float below = 0;
    const auto take_in = [&](const TextStyle& style) {
      const float ascent = measure_.ascent_of(style);
      const float lead = (style.line_height - ascent - measure_.descent_of(style)) / 2;
      above = std::max(above, lead + ascent);
      below = std::max(below, style.line_height - lead - ascent);
    };
    take_in(strut_);
    for (const LineItem& part : line_.items) {
      if (!part.item.is_atom) take_in(part.item.style->text);
    }
    line_.height = above + below;
    line_.baseline = above;
    for (const LineItem& part : line_.items) {
      if (part.item.is_atom) line_.height = std::max(line_.height, part.item.height);
    }
    line_.baseline += (line_.height - above - below) / 2;
    lines_.push_back(std::move(line_));
    line_ = {};
  }

  const float width_;
  const TextStyle& strut_;
  const TextMeasure& measure_;
  TextLine line_;
  std::vector<TextLine> lines_;
};

// Calls `use` with each run of items that stay together.
template <class Use>
void each_group(const std::vector<InlineItem>& items, Use use) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= items.size(); ++i) {
    if (i < items.size() && !items[i].may_break_before) continue;
    use(items.data() + begin, items.data() + i);
    begin = i;
  }
}

}  // namespace

void append_words(std::string_view text, semantics::NodeIndex node, const BoxStyle& style, const TextMeasure& measure,
                  std::vector<InlineItem>& items) {
  bool follows_space = false;
  bool may_break = false;
  while (!text.empty()) {
    if (is_space(text.front())) {
      follows_space = true;
      text.remove_prefix(1);
      continue;
    }
    InlineItem word;
    word.node = node;
    word.style = &style;
    word.text = text.substr(0, breakable_size(text));
    word.width = measure.width_of(word.text, style.text);
    if (ends_with_soft_hyphen(word.text)) word.hyphen = measure.width_of("-", style.text);
    word.follows_space = follows_space;
    word.may_break_before = follows_space || may_break;
    items.push_back(word);
    text.remove_prefix(word.text.size());
    follows_space = false;
    may_break = true;
  }
  // A space at the end belongs to whatever follows; a marker of no width carries it.
  if (!follows_space) return;
  InlineItem space;
  space.node = node;
  space.style = &style;
  space.follows_space = true;
  space.may_break_before = true;
  items.push_back(space);
}

std::vector<TextLine> break_lines(const std::vector<InlineItem>& items, float width, const TextStyle& strut,
                                  const TextMeasure& measure) {
  LineBreaking breaking(width, strut, measure);
  if (!items.empty()) {
    each_group(items, [&](const InlineItem* begin, const InlineItem* end) { breaking.add_group(begin, end); });
  }
  return breaking.finish();
}

std::string without_soft_hyphens(std::string_view text) {
  std::string shown;
  for (std::size_t at = text.find(kSoftHyphen); at != std::string_view::npos; at = text.find(kSoftHyphen)) {
    shown += text.substr(0, at);
    text.remove_prefix(at + kSoftHyphen.size());
  }
  return shown.append(text);
}

float balanced_width(const std::vector<InlineItem>& items, float width, const TextStyle& strut, const TextMeasure& measure) {
  constexpr std::size_t kMostLines = 6;  // as browsers do
  const std::size_t count = break_lines(items, width, strut, measure).size();
  if (count < 2 || count > kMostLines) return width;
  float least = widest_part(items);
  float most = width;
  while (most - least > 1) {
    const float middle = (least + most) / 2;
    (break_lines(items, middle, strut, measure).size() > count ? least : most) = middle;
  }
  return most;
}

float width_on_one_line(const std::vector<InlineItem>& items, const TextMeasure& measure) {
  float width = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && items[i].follows_space) width += measure.width_of(" ", items[i - 1].style->text);
    width += items[i].width;
  }
  return width;
}

float widest_part(const std::vector<InlineItem>& items) {
  float widest = 0;
  if (items.empty()) return widest;
  each_group(items, [&](const InlineItem* begin, const InlineItem* end) {
    float width = (end - 1)->hyphen;
    for (const InlineItem* item = begin; item != end; ++item) width += item->width;
    widest = std::max(widest, width);
  });
  return widest;
}

}  // namespace stadttor::presentation::imgui
