#include "city/text_blocks.h"

namespace stadttor::city {

namespace {

std::vector<TextRun> read_runs(JsonReader place) {
  std::vector<TextRun> runs;
  for (std::size_t i = 0; i < place.size(); ++i) {
    JsonReader run = place.at(i);
    if (run.is_text()) {
      runs.push_back({RunKind::Plain, run.as_text(), {}});
    } else if (run.has("b")) {
      runs.push_back({RunKind::Strong, run.required_text("b"), {}});
    } else if (run.has("i")) {
      runs.push_back({RunKind::Emphasis, run.required_text("i"), {}});
    } else {
      runs.push_back({RunKind::Link, run.required_text("a"), run.required_text("href")});
    }
  }
  return runs;
}

TextBlock read_list(BlockKind kind, JsonReader items) {
  TextBlock block;
  block.kind = kind;
  for (std::size_t i = 0; i < items.size(); ++i) block.items.push_back(read_text_blocks(items.at(i)));
  return block;
}

}  // namespace

TextBlocks read_text_blocks(JsonReader place) {
  TextBlocks blocks;
  for (std::size_t i = 0; i < place.size(); ++i) {
    JsonReader block = place.at(i);
    if (block.has("p")) {
      TextBlock paragraph;
      paragraph.runs = read_runs(block.member("p"));
      blocks.push_back(std::move(paragraph));
    } else if (block.has("h")) {
      TextBlock heading;
      heading.kind = BlockKind::Heading;
      heading.level = static_cast<int>(block.required_number("level"));
      heading.runs.push_back({RunKind::Plain, block.required_text("h"), {}});
      blocks.push_back(std::move(heading));
    } else if (block.has("ul")) {
      blocks.push_back(read_list(BlockKind::BulletList, block.member("ul")));
    } else if (block.has("ol")) {
      blocks.push_back(read_list(BlockKind::NumberedList, block.member("ol")));
    } else if (block.has("quote")) {
      TextBlock quotation;
      quotation.kind = BlockKind::Quotation;
      quotation.items.push_back(read_text_blocks(block.member("quote")));
      blocks.push_back(std::move(quotation));
    } else {
      block.report({}, "unknown kind of text block");
    }
  }
  return blocks;
}

std::string plain_text(const TextBlocks& blocks) {
  std::string text;
  for (const TextBlock& block : blocks) {
    for (const TextRun& run : block.runs) text.append(run.text);
    if (!block.runs.empty()) text.push_back('\n');
    for (const TextBlocks& item : block.items) text.append(plain_text(item));
  }
  return text;
}

}  // namespace stadttor::city
