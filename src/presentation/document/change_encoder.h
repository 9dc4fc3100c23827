// Turns the difference between two semantic trees into DOM operations for the browser, as one binary list that
// web/document/change_decoder.js decodes in a single pass. Touches only what changed, and never moves or recreates
// the element that has the focus.
//
// Layout, little-endian:
//   u32 byte length of the operations   u32 byte length of the strings
//   operations                          strings: one run of UTF-8, consumed in order by the operations
// An operation is a u8 code and its operands. varint = LEB128, unsigned. string = varint, its length in UTF-16 code
// units (so that the browser decodes the whole run once and slices it). element = varint handle: node number * 8 +
// part id; node numbers begin at 1; 0 as an element means "none".
//
//    1 Create      u8 tag, element new, element parent, element after (0: as first child)
//    2 SetText     element, string                      textContent
//    3 SetAttribute    element, u8 attribute, string
//    4 RemoveAttribute element, u8 attribute
//    5 Remove      element                              with everything in it
//    6 Move        element, element parent, element after (0: as first child)
//    7 SetValue    element, string                      only if it differs and no composition is under way
//    8 SetChecked  element, u8
//    9 Hydrate     varint count, then count times: element root part, u8 part mask, string data-k
//                  the prerendered elements in document order take these handles, each found by its data-k
//   10 Focus       element
//   11 Announce    u8 assertive, string                 in the live region that is always there
//   12 SetDocument string title, string language, string direction
//   13 PushUrl     string                               new history entry
//   14 ReplaceUrl  string
//   15 ScrollToTop
//   16 RestoreScroll                                     where this history entry had been left
//   17 ScrollTo    string                                element with that id
//   18 ShowModal   element
//   19 CloseModal  element
//   20 Rebuild                                           remove everything in the page's root; Creates follow
//   21 OpenUrl     string                                leave the engine: full load of that address
//   22 SetView     string name, string value             a view setting on the root element, kept on the device:
//                  "text-size" "100|125|150|175|200", "contrast" "more|", "theme" "dark|light|", "motion" "less|", "presentation" "canvas|document|"
//   23 ForgetView                                        removes every kept view setting
//   24 Speak       string language, string text          read aloud with the browser's speech synthesis; empty: stop
//   25 Print
//   26 SaveFile    string name, string content           the browser saves it as a download
//   27 AskBeforeLeaving  u8 whether                      the browser asks before the page is closed
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "presentation/document/fragment.h"
#include "semantics/tree.h"
#include "semantics/tree_changes.h"

namespace stadttor::presentation::document {

class ChangeEncoder {
 public:
  // The tree shown so far, after `shown` has been called for it. Node numbers persist for nodes that stay.
  const semantics::Tree& shown_tree() const { return shown_; }
  bool has_shown() const { return has_shown_; }

  // The browser already shows this tree as prerendered HTML: number its nodes and hand them over.
  void hydrate(const semantics::Tree& tree);
  // Shows `tree` in an emptied root.
  void rebuild(const semantics::Tree& tree);
  // Changes what is shown into `tree`. `focused` is never moved or recreated.
  void update(const semantics::Tree& tree, semantics::NodeKey focused);

  // Document-wide operations, in the order they are to happen, after the changes of the tree.
  void focus(semantics::NodeKey key);
  void announce(std::string_view text, bool is_assertive);
  void set_document(std::string_view title, std::string_view language, std::string_view direction);
  void push_url(std::string_view url);
  void replace_url(std::string_view url);
  void scroll_to_top();
  void restore_scroll();
  void scroll_to(std::string_view anchor);
  void open_url(std::string_view url);
  void set_view(std::string_view name, std::string_view value);
  void forget_view();
  void speak(std::string_view language, std::string_view text);
  void print();
  void save_file(std::string_view name, std::string_view content);
  void ask_before_leaving(bool is_wanted);

  bool empty() const { return operations_.empty(); }
  // The binary list; the encoder is empty afterwards. Valid until the next call.
  const std::vector<std::uint8_t>& take();

  // kNoKey where no shown node has the number of that handle.
  semantics::NodeKey key_of_handle(std::uint32_t handle) const;
  // The handle of the node's root element; 0 where it is not shown.
  std::uint32_t handle_of_key(semantics::NodeKey key) const;
  const semantics::Tree& shown() const { return shown_; }

 private:
  enum class Operation : std::uint8_t;

  void put(Operation operation);
  void put_byte(std::uint8_t byte) { operations_.push_back(byte); }
  void put_number(std::uint32_t number);
  void put_string(std::string_view text);
  void put_element(std::uint32_t node_number, PartId part) { put_number(node_number * kPartLimit + part); }

  // Places are whole element handles: inside `parent`, behind `after` (0: as first child).
  void create_subtree(const semantics::Tree& tree, semantics::NodeIndex root, std::uint32_t parent,
                      std::uint32_t after);
  void create_fragment(const semantics::Tree& tree, semantics::NodeIndex index, std::uint32_t parent,
                       std::uint32_t after);
  void create_part(const Fragment& fragment, const Part& part, std::uint32_t number, std::uint32_t parent,
                   std::uint32_t after);
  void update_fragment(const semantics::Tree& old_tree, semantics::NodeIndex old_index, const semantics::Tree& tree,
                       semantics::NodeIndex index, std::uint32_t number);
  void update_part(const Fragment& before, const Part& old_part, const Fragment& after, const Part& part,
                   std::uint32_t number);
  void open_and_close_dialogs(const semantics::Tree& tree);
  void adopt(const semantics::Tree& tree);

  semantics::Tree shown_;
  bool has_shown_ = false;
  std::vector<std::uint32_t> numbers_;       // per node of shown_
  std::vector<std::uint32_t> next_numbers_;  // per node of the tree being shown
  std::uint32_t last_number_ = 0;
  Fragment old_fragment_;
  Fragment new_fragment_;
  semantics::TreeChanges changes_;
  std::vector<std::uint8_t> operations_;
  std::string strings_;
  std::vector<std::uint8_t> list_;
};

}  // namespace stadttor::presentation::document
