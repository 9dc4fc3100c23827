// The blocks of a formatted text while its Markdown is read: containers, the paragraph in progress, its runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

enum class ContainerKind : unsigned char { BulletList, NumberedList, Item, Quotation };

class BlockBuilder {
 public:
  // Containers deeper than this run together with the one around them.
  static constexpr std::size_t kDeepest = 12;

  // False where it is too deep.
  bool open(ContainerKind kind);
  void close();

  void begin_heading(int level);
  void end_block();  // paragraph or heading
  void add_text(std::string_view text);

  void begin_strong() { end_run(), ++strong_; }
  void end_strong() { end_run(), --strong_; }
  void begin_emphasis() { end_run(), ++emphasis_; }
  void end_emphasis() { end_run(), --emphasis_; }
  void begin_link(std::string href) { end_run(), href_ = std::move(href); }
  void end_link();  // also of a link that was not begun, because it leads anywhere unsafe

  Json take();

 private:
  struct Container {
    ContainerKind kind;
    Json content = Json::array();  // blocks, or items of a list
  };

  void end_run();
  void add_block(Json block);

  Json blocks_ = Json::array();
  std::vector<Container> containers_;
  std::size_t skipped_containers_ = 0;  // open ones that were too deep
  Json runs_ = Json::array();
  std::string text_;
  std::string href_;
  int strong_ = 0;
  int emphasis_ = 0;
  int heading_level_ = 0;  // of the block in progress, 0 for a paragraph
};

}  // namespace stadttor::portal::authoring
