// Text, links, messages and pictures, as elements.
#include "foundation/square_picture.h"
#include "foundation/url.h"
#include "presentation/document/appearance_classes.h"
#include "presentation/document/fragment_families.h"

namespace stadttor::presentation::document {

using semantics::Appearance;
using semantics::NodeKey;
using semantics::Property;
using semantics::Role;
using semantics::State;

namespace {

// Visible text, with an icon before it where the node has one.
void add_labelled_text(const NodeView& view) {
  const std::string_view icon = view.property(Property::IconName);
  if (icon.empty()) return view.fragment.set_text(view.text());
  add_icon(view.fragment, 1, kRootPart, icon);
  if (view.text().empty()) return;
  view.fragment.add(2, kRootPart, Tag::Span);
  view.fragment.set_text(view.text());
}

void heading(const NodeView& view) {
  const int level = view.node.level >= 1 && view.node.level <= 6 ? view.node.level : 2;
  const auto tag = static_cast<Tag>(static_cast<int>(Tag::H1) + level - 1);
  add_root(view, tag, heading_classes(view.node.look, level));
  const bool names_its_parent = view.node.parent != semantics::kNoNode &&
                                view.tree.has_property(view.tree.node(view.node.parent), Property::LabelledBy) &&
                                view.index == view.node.parent + 1;
  if (names_its_parent && view.property(Property::Anchor).empty()) {
    view.fragment.set(AttributeName::Id, view.fragment.kept(element_id(view.node.key)));
  }
  if (view.has(State::FocusTarget)) view.fragment.set(AttributeName::TabIndex, "-1");
  view.fragment.set_text(view.text());
}

void link(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::A, link_classes(view.node.look));
  const std::string_view href = view.property(Property::Href);
  if (is_allowed_url(href)) fragment.set(AttributeName::Href, href);
  if (view.has(State::NewTab)) {
    fragment.set(AttributeName::Target, "_blank");
    fragment.set(AttributeName::Rel, "noopener noreferrer");
  }
  if (view.has(State::CurrentPage)) fragment.set(AttributeName::AriaCurrent, "page");
  add_labelled_text(view);
}

void message(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Div, box_classes(view.node.look));
  fragment.add(1, kRootPart, Tag::Div);
  fragment.set(AttributeName::Class, "kern-alert__header");
  const auto kind = view.node.look;
  add_icon(fragment, 2, 1,
           kind == Appearance::Success   ? "success"
           : kind == Appearance::Warning ? "warning"
           : kind == Appearance::Danger  ? "danger"
                                         : "info");
  fragment.add(3, 1, Tag::Span);
  fragment.set(AttributeName::Class, "kern-title");
  fragment.set_text(view.text());
  fragment.add(4, kRootPart, Tag::Div);
  fragment.set(AttributeName::Class, "kern-alert__body");
  fragment.slot = 4;
}

void picture(const NodeView& view) {
  Fragment& fragment = view.fragment;
  add_root(view, Tag::Img, box_classes(view.node.look));
  const std::string_view source = view.property(Property::Source);
  if (is_allowed_url(source) || is_chosen_file(source) || parse_square_picture(source)) fragment.set(AttributeName::Src, source);
  fragment.set(AttributeName::Alt, view.text());
  fragment.set(AttributeName::Width, view.property(Property::Width));
  fragment.set(AttributeName::Height, view.property(Property::Height));
  fragment.set(AttributeName::Decoding, "async");
}

// What is drawn in the browser has its place from the start (shell/styles/scene.css).
std::string_view scene_classes(std::string_view kind) {
  if (kind == "map") return "st-scene st-scene--map";
  if (kind == "plan") return "st-scene st-scene--plan";
  const bool is_chart = kind == "line chart" || kind == "bar chart" || kind == "stacked chart";
  return is_chart ? "st-scene st-scene--chart" : "st-scene";
}

}  // namespace

void text_fragment(const NodeView& view) {
  Fragment& fragment = view.fragment;
  const Appearance look = view.node.look;
  switch (view.node.role) {
    case Role::Heading: return heading(view);
    case Role::Link: return link(view);
    case Role::Message: return message(view);
    case Role::Picture: return picture(view);
    case Role::Paragraph:
      add_root(view, Tag::P, text_classes(look));
      return add_labelled_text(view);
    case Role::Text:
      add_root(view, Tag::Span, look == Appearance::Plain ? std::string_view() : text_classes(look));
      return add_labelled_text(view);
    case Role::Strong:
      add_root(view, Tag::Strong, {});
      return fragment.set_text(view.text());
    case Role::Emphasis:
      add_root(view, Tag::Em, {});
      return fragment.set_text(view.text());
    case Role::Time:
      add_root(view, Tag::Time, {});
      fragment.set(AttributeName::DateTime, view.property(Property::DateTime));
      return fragment.set_text(view.text());
    case Role::Quotation: return add_root(view, Tag::Blockquote, {});
    case Role::Separator: return add_root(view, Tag::Hr, "kern-divider");
    case Role::Status:
      add_root(view, Tag::Div, look == Appearance::Plain ? "st-status" : text_classes(look));
      fragment.set(AttributeName::Role, view.has(State::Assertive) ? "alert" : "status");
      return fragment.set_text(view.text());
    case Role::Icon:
      add_root(view, Tag::Span, fragment.kept("kern-icon kern-icon--" + std::string(view.property(Property::IconName))));
      return fragment.set(AttributeName::AriaHidden, "true");
    default:  // Role::Scene: its children are the described alternative
      add_root(view, Tag::Figure, scene_classes(view.property(Property::SceneKind)));
      return fragment.set(AttributeName::AriaLabel, view.property(Property::Label));
  }
}

}  // namespace stadttor::presentation::document
