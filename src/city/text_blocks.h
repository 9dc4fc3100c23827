// Formatted text of the city's editors as a small tree. Markdown is parsed when the pack is built (portal/authoring);
// the client reads only this JSON:
//   block = {"p": runs} | {"h": [level, text]} | {"ul": [blocks, ...]} | {"ol": [blocks, ...]} | {"quote": blocks}
//   runs  = [run, ...]; run = text | {"b": text} | {"i": text} | {"a": text, "href": url}
#pragma once

#include <string>
#include <vector>

#include "foundation/json_reader.h"

namespace stadttor::city {

enum class RunKind : unsigned char { Plain, Strong, Emphasis, Link };

struct TextRun {
  RunKind kind = RunKind::Plain;
  std::string text;
  std::string href;  // links only
};

enum class BlockKind : unsigned char { Paragraph, Heading, BulletList, NumberedList, Quotation };

struct TextBlock {
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;                              // headings: 1 is the first level below the heading they stand under
  std::vector<TextRun> runs;                  // paragraphs and headings
  std::vector<std::vector<TextBlock>> items;  // lists: blocks per item; quotations: one item
};

using TextBlocks = std::vector<TextBlock>;

// `place` is a list of blocks; an absent place yields none.
TextBlocks read_text_blocks(JsonReader place);

// The words alone, blocks separated by a line break: for reading aloud and searching.
std::string plain_text(const TextBlocks& blocks);

}  // namespace stadttor::city
