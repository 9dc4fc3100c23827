// One node of the semantic tree: role, name, value, states and rarer properties. Nodes lie in reading order in one
// array; text lies in the tree's arena. Building nodes is Page's business.
#pragma once

#include <cstdint>
#include <string_view>

#include "foundation/hash.h"
#include "semantics/appearance.h"
#include "semantics/role.h"

namespace stadttor::semantics {

// Path hash of a node's explicit keys from the root. Never derived from a label: a translation must not move the caret.
enum class NodeKey : std::uint64_t {};

inline NodeKey child_key(NodeKey parent, std::string_view local) {
  return static_cast<NodeKey>(mixed_hash(static_cast<std::uint64_t>(parent) ^ kHashSeed, local));
}

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xffffffffU;

enum class State : std::uint16_t {
  Disabled = 1,
  Required = 2,
  Invalid = 4,
  Checked = 8,
  Expanded = 16,
  Expandable = 32,  // has a state "expanded" at all
  Selected = 64,    // the active option, the shown tab
  CurrentPage = 128,
  ReadOnly = 256,
  Modal = 512,
  NewTab = 1024,    // link opens beside this page, and says so
  Assertive = 2048, // status interrupts
  Hidden = 4096,    // present for its key's sake, shown to nobody
  FocusTarget = 8192,  // not in the Tab order, but focus may be put here (heading after a page change)
};

using States = std::uint16_t;

constexpr States states_of(State state) { return static_cast<States>(state); }

enum class Property : unsigned char {
  Href,          // WHATWG URL or path, checked by url_allow_list before it is shown
  Language,      // BCP 47
  Direction,     // "rtl" or "ltr"; "auto": as its first letter runs
  Hint,          // description of a control, shown below its label
  Error,         // what is wrong and what to do, shown at the control
  InputType,     // HTML input type: text, search, email, tel, url, password, number
  InputMode,     // HTML inputmode
  Autocomplete,  // HTML autofill token (WCAG 1.3.5)
  Placeholder,
  MinLength,
  MaxLength,
  Minimum,
  Maximum,
  Step,
  Accept,        // file types
  DateTime,      // machine form of a Time
  Anchor,        // local name that a #fragment may point to
  LabelledBy,    // NodeKey (decimal) of the heading that names this landmark
  Controls,      // NodeKey (decimal) of the list box of a combo box, the panel of a tab
  ActiveOption,  // NodeKey (decimal)
  IconName,
  Source,        // picture
  Width,
  Height,
  ColumnSpan,
  SubmitTo,      // where a form goes without the engine
  FieldName,     // name of a field in that form
  Label,         // accessible name of a landmark without a visible heading
  SceneKind,     // what a scene draws: "map", "plan", "line chart", "bar chart", "stacked chart"
  Extent,        // of a map: "west,south,east,north" in degrees (WGS 84); of a plan: "0,0,width,height" in its own units
  Position,      // of what a map shows: "latitude,longitude" in degrees (WGS 84)
  Shape,         // of what a plan shows: its corners, "x,y x,y ..." in the plan's units
  Unit,          // of a chart's numbers, as it is written: "Mio. Euro"
  Abbreviation,  // of what a plan shows: what stands on it where its name has no room, a stall's number
};

inline constexpr int kPropertyCount = static_cast<int>(Property::Abbreviation) + 1;

struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct PropertyEntry {
  Property property;
  TextRange text;
};

struct Node {
  NodeKey key{};
  Role role = Role::Block;
  Appearance look = Appearance::Plain;
  std::uint8_t level = 0;  // heading 1..6
  States states = 0;
  std::uint32_t children = 0;     // how many direct ones
  NodeIndex parent = kNoNode;
  NodeIndex subtree_end = 0;      // one past the last descendant
  TextRange text;                 // visible text or name of the control
  TextRange value;                // what is entered, for fields
  std::uint32_t first_property = 0;
  std::uint32_t property_count = 0;
  std::uint64_t own_hash = 0;      // everything above but place and children
  std::uint64_t subtree_hash = 0;  // with all descendants

  bool has(State state) const { return (states & states_of(state)) != 0; }
};

}  // namespace stadttor::semantics
