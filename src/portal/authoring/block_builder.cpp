#include "portal/authoring/block_builder.h"

#include <algorithm>
#include <utility>

namespace stadttor::portal::authoring {

namespace {

// The authors' levels, whatever they start with, become 1, 2, 3 without gaps.
void settle_heading_levels(Json& blocks) {
  std::vector<int> open;  // the authors' levels of the headings around the present place
  for (Json& block : blocks) {
    if (!block.contains("h")) continue;
    const int level = block["level"].get<int>();
    while (!open.empty() && open.back() >= level) open.pop_back();
    open.push_back(level);
    block["level"] = open.size();
  }
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \n") - begin + 1));
}

}  // namespace

bool BlockBuilder::open(ContainerKind kind) {
  end_block();
  if (skipped_containers_ > 0 || containers_.size() >= kDeepest) {
    ++skipped_containers_;
    return false;
  }
  containers_.push_back({kind, Json::array()});
  return true;
}

void BlockBuilder::close() {
  end_block();
  if (skipped_containers_ > 0) {
    --skipped_containers_;
    return;
  }
  Container closed = std::move(containers_.back());
  containers_.pop_back();
  if (closed.content.empty()) return;
  switch (closed.kind) {
    case ContainerKind::BulletList:
      return add_block({{"ul", std::move(closed.content)}});
    case ContainerKind::NumberedList:
      return add_block({{"ol", std::move(closed.content)}});
    case ContainerKind::Quotation:
      return add_block({{"quote", std::move(closed.content)}});
    case ContainerKind::Item:
      return add_block(std::move(closed.content));
  }
}

void BlockBuilder::begin_heading(int level) {
  end_block();
  heading_level_ = level;
}

void BlockBuilder::end_block() {
  while (!text_.empty() && text_.back() == '\n') text_.pop_back();
  end_run();
  Json runs = std::exchange(runs_, Json::array());
  const int level = std::exchange(heading_level_, 0);
  if (runs.empty()) return;
  if (level == 0) return add_block({{"p", std::move(runs)}});
  std::string words;  // headings carry words only
  for (const Json& run : runs) {
    words += run.is_string() ? run.get<std::string>() : text_of(run, "b") + text_of(run, "i") + text_of(run, "a");
  }
  words = trimmed(words);
  if (words.empty()) return;
  if (containers_.empty()) return add_block({{"h", words}, {"level", level}});
  add_block(
      {{"p", Json::array({Json{{"b", words}}})}});  // in a list a heading would break the page's order of headings
}

void BlockBuilder::end_link() {
  if (href_.empty()) return;
  end_run();
  href_.clear();
}

void BlockBuilder::add_text(std::string_view text) { text_.append(text); }

void BlockBuilder::end_run() {
  std::string text = std::exchange(text_, {});
  if (text.empty()) return;
  if (!href_.empty()) {
    runs_.push_back({{"a", std::move(text)}, {"href", href_}});
  } else if (strong_ > 0) {
    runs_.push_back({{"b", std::move(text)}});
  } else if (emphasis_ > 0) {
    runs_.push_back({{"i", std::move(text)}});
  } else {
    runs_.push_back(std::move(text));
  }
}

void BlockBuilder::add_block(Json block) {
  Json& target = containers_.empty() ? blocks_ : containers_.back().content;
  target.push_back(std::move(block));
}

Json BlockBuilder::take() {
  end_block();
  settle_heading_levels(blocks_);
  return std::move(blocks_);
}

}  // namespace stadttor::portal::authoring
