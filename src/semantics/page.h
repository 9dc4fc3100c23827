// Page builds the semantic tree of one screen, immediate-mode: a screen is one readable function that says what is
// there and answers what the citizen did. Interactive parts carry explicit keys; running text is keyed by its place.
//
//   auto main = page.main();
//   page.heading(1, text("search.title"));
//   if (page.button("clear", text("search.clear")).pressed()) state.query.clear();
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "semantics/action.h"
#include "semantics/tree.h"

namespace stadttor::semantics {

// What any node may carry besides its text. Empty means: not there.
struct Traits {
  Appearance look = Appearance::Plain;
  States states = 0;
  std::string_view language = {};
  std::string_view direction = {};
  std::string_view icon = {};
  std::string_view label = {};   // accessible name where no visible text can carry it (landmarks, pictures)
  std::string_view anchor = {};  // local name for #fragments
  std::string_view date_time = {};
  std::string_view position = {};  // where it is on a map scene, see Property::Position
  std::string_view shape = {};     // what it covers on a plan scene, see Property::Shape
  std::string_view abbreviation = {};  // of its name, there
};

// What a scene draws behind the things in it. The things themselves are its children: each node with a position or shape
// is shown there and operated there, and a chart's numbers are the values of the cells of its table. So the described
// alternative and the drawing can't say different things.
struct SceneTraits {
  std::string_view kind;         // see Property::SceneKind
  std::string_view source = {};  // path of the map's tiles or the plan's background
  std::string_view extent = {};  // what is shown at first, see Property::Extent
  std::string_view unit = {};    // of a chart's numbers
};

// What a field may carry besides label and value.
struct FieldTraits {
  Appearance look = Appearance::Plain;
  States states = 0;
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view type = {};          // HTML input type, default "text"
  std::string_view input_mode = {};
  std::string_view autocomplete = {};  // HTML autofill token
  std::string_view placeholder = {};
  std::string_view name = {};          // field name when the form is sent without the engine
  std::string_view minimum = {};
  std::string_view maximum = {};
  std::string_view max_length = {};
  std::string_view accept = {};
  std::string_view controls = {};      // key of a combo box's list box, as decimal text
  std::string_view active_option = {};
  std::string_view anchor = {};        // as in Traits: where a list of problems leads to
  std::string_view position = {};      // as in Traits, for choices
  std::string_view shape = {};
  std::string_view abbreviation = {};
};

// What the citizen did to one node since the last build.
class Interaction {
 public:
  Interaction(const ActionQueue* actions, NodeKey key) : actions_(actions), key_(key) {}

  NodeKey key() const { return key_; }
  bool pressed() const { return find(ActionKind::Press) != nullptr; }
  bool submitted() const { return find(ActionKind::Submit) != nullptr; }
  bool focused() const { return find(ActionKind::Focus) != nullptr; }
  bool blurred() const { return find(ActionKind::Blur) != nullptr; }
  bool opened() const { return find(ActionKind::Open) != nullptr; }
  bool closed() const { return find(ActionKind::Close) != nullptr; }
  bool moved_next() const { return find(ActionKind::ActiveNext) != nullptr; }
  bool moved_previous() const { return find(ActionKind::ActivePrevious) != nullptr; }
  // The last value entered or chosen; null where nothing was.
  const std::string* entered() const;
  // The last state of a checkbox; null where it was not touched.
  const std::string* checked() const { return find(ActionKind::SetChecked); }

 private:
  const std::string* find(ActionKind kind) const;

  const ActionQueue* actions_;
  NodeKey key_;
};

class Page;

// Closes its node at the end of the C++ scope.
class [[nodiscard]] Scope {
 public:
  Scope(Page* page, Interaction interaction) : page_(page), interaction_(interaction) {}
  Scope(Scope&& other) noexcept : page_(std::exchange(other.page_, nullptr)), interaction_(other.interaction_) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  Scope& operator=(Scope&&) = delete;
  ~Scope();

  const Interaction& interaction() const { return interaction_; }
  const Interaction* operator->() const { return &interaction_; }
  NodeKey key() const { return interaction_.key(); }

 private:
  Page* page_;
  Interaction interaction_;
};

class Page {
 public:
  // Clears `tree` and builds into it; `actions` are those queued since the last build and outlive the page.
  Page(Tree& tree, const ActionQueue& actions);
  ~Page() { finish(); }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  void set_document(std::string_view title, std::string_view language, std::string_view direction);
  void finish();

  // Landmarks. `label` names them where there are several of a kind.
  Scope banner();
  Scope main();
  Scope content_info();
  Scope navigation(std::string_view key, std::string_view label, const Traits& traits = {});
  Scope search_landmark(std::string_view key, std::string_view label, std::string_view submit_to,
                        const Traits& traits = {});
  Scope complementary(std::string_view key, std::string_view label, const Traits& traits = {});
  // A part of the page named by its own heading of `level`.
  Scope region(std::string_view key, int level, std::string_view heading, const Traits& traits = {});
  Scope form(std::string_view key, std::string_view label, const Traits& traits = {});
  // For pages of a server that work without the engine: what is entered is posted there, and every button in it sends it.
  Scope posted_form(std::string_view key, std::string_view label, std::string_view post_to, const Traits& traits = {});

  // Grouping.
  Scope block(Appearance look);
  Scope block(std::string_view key, const Traits& traits);
  Scope group(std::string_view key, std::string_view legend, const FieldTraits& traits = {});

  // Text.
  void heading(int level, std::string_view text, const Traits& traits = {});
  void paragraph(std::string_view text, const Traits& traits = {});
  Scope running_paragraph(const Traits& traits = {});
  Scope quotation(const Traits& traits = {});
  void text(std::string_view text, const Traits& traits = {});
  void strong(std::string_view text, const Traits& traits = {});
  void emphasis(std::string_view text, const Traits& traits = {});
  void time(std::string_view text, std::string_view machine_form);
  void icon(std::string_view name);
  void separator();
  // What was entered: an area of it, where it can be marked (Appearance::Markable): "left top width height" in per cent.
  Interaction picture(std::string_view key, std::string_view source, std::string_view alternative, const Traits& traits = {});

  // Lists.
  Scope list(Appearance look = Appearance::Plain, std::string_view label = {});
  Scope ordered_list(Appearance look = Appearance::Plain);
  Scope item(std::string_view key = {}, const Traits& traits = {});
  void text_item(std::string_view text, const Traits& traits = {});
  Scope description_list(Appearance look = Appearance::Facts);
  void term(std::string_view text, const Traits& traits = {});
  Scope definition();
  void definition(std::string_view text, const Traits& traits = {});

  // Tables: table { table_head { row { column_header } } table_body { row { row_header cell } } }
  Scope table(std::string_view key, std::string_view caption, const Traits& traits = {});
  Scope table_head();
  Scope table_body();
  Scope row(std::string_view key = {}, const Traits& traits = {});
  void column_header(std::string_view text, const Traits& traits = {});
  void row_header(std::string_view text, const Traits& traits = {});
  void cell(std::string_view text, const Traits& traits = {});
  // `value` is the number as a program reads it: "1234.5".
  void number_cell(std::string_view text, std::string_view value, const Traits& traits = {});
  Scope running_cell(const Traits& traits = {});

  // Links and buttons.
  Interaction link(std::string_view key, std::string_view text, std::string_view href, const Traits& traits = {});
  Scope running_link(std::string_view key, std::string_view href, const Traits& traits = {});
  Interaction button(std::string_view key, std::string_view text, const Traits& traits = {});

  // Fields.
  Interaction text_field(std::string_view key, std::string_view label, std::string_view value,
                         const FieldTraits& traits = {});
  Interaction text_area(std::string_view key, std::string_view label, std::string_view value,
                        const FieldTraits& traits = {});
  Interaction combo_box(std::string_view key, std::string_view label, std::string_view value,
                        const FieldTraits& traits = {});
  Scope list_box(std::string_view key, std::string_view label, const Traits& traits = {});
  Interaction checkbox(std::string_view key, std::string_view label, bool is_checked, const FieldTraits& traits = {});
  // The group's interaction says what was chosen; `value` decides which radio is checked.
  Scope radio_group(std::string_view key, std::string_view legend, std::string_view value,
                    const FieldTraits& traits = {});
  void radio(std::string_view value, std::string_view label, const FieldTraits& traits = {});
  Scope select(std::string_view key, std::string_view label, std::string_view value, const FieldTraits& traits = {});
  Interaction option(std::string_view value, std::string_view label, const Traits& traits = {});
  Interaction file_field(std::string_view key, std::string_view label, const FieldTraits& traits = {});

  // Feedback.
  void progress(std::string_view key, std::string_view label, std::string_view value, std::string_view maximum);
  void meter(std::string_view key, std::string_view label, std::string_view value, std::string_view maximum);
  // A notice of kind Info, Success, Warning or Danger with its own heading text.
  Scope message(std::string_view key, std::string_view title, Appearance kind);
  void status(std::string_view key, std::string_view text, const Traits& traits = {});

  // Things that open.
  Scope dialog(std::string_view key, int level, std::string_view title, const Traits& traits = {});
  Scope disclosure(std::string_view key, std::string_view summary, const Traits& traits = {});
  Scope tab_list(std::string_view key, std::string_view label);
  Interaction tab(std::string_view key, std::string_view text, std::string_view controls, const Traits& traits = {});
  Scope tab_panel(std::string_view key, std::string_view label);
  Scope scene(std::string_view key, std::string_view label, const SceneTraits& traits);

  // The key a child of the node now open would have; for `controls` and focus.
  NodeKey key_of(std::string_view local) const { return child_key(builder_.current_key(), local); }

  // Focus moves there after the changes are shown.
  void focus(NodeKey key) { focus_ = key; }
  NodeKey wanted_focus() const { return focus_; }

 private:
  friend class Scope;
  Interaction open(std::string_view key, Role role);
  Interaction open_unkeyed(Role role);
  void add(const Traits& traits);
  void add(const FieldTraits& traits);
  void add(Property property, std::string_view value);
  void close() { builder_.close(); }
  Scope scope(Interaction interaction) { return Scope(this, interaction); }
  void leaf(Role role, std::string_view text, const Traits& traits);
  Interaction field(std::string_view key, Role role, std::string_view label, std::string_view value,
                    const FieldTraits& traits);

  Tree& tree_;
  const ActionQueue& actions_;
  TreeBuilder builder_;
  NodeKey focus_{};
  bool finished_ = false;
};

inline Scope::~Scope() {
  if (page_ != nullptr) page_->close();
}

// A node's key as the decimal text that properties refer to it by.
std::string key_text(NodeKey key);

constexpr States operator|(State left, State right) { return static_cast<States>(states_of(left) | states_of(right)); }
constexpr States when(bool condition, State state) { return condition ? states_of(state) : States{0}; }
constexpr States joined(States left, States right) { return static_cast<States>(left | right); }

}  // namespace stadttor::semantics
