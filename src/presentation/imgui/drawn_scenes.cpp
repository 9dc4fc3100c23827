#include "presentation/imgui/drawn_scenes.h"

#include <algorithm>
#include <utility>

namespace stadttor::presentation::imgui {

using semantics::kNoNode;
using semantics::NodeIndex;
using semantics::NodeKey;
using semantics::Property;
using semantics::Role;
using semantics::Tree;

const DrawnScenes::Kept* DrawnScenes::kept_of(NodeKey key) const {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [key](const Kept& kept) { return kept.key == key; });
  return found == kept_.end() ? nullptr : &*found;
}

DrawnScenes::Kept DrawnScenes::opened(NodeKey key, std::string_view kind, std::string_view source) {
  Kept kept{key, std::string(kind), std::string(source), nullptr, false, {}};
  auto scene = port_->open_scene(kind, source);
  if (scene.ok()) {
    kept.scene = std::move(scene).value();
  } else {
    kept.is_broken = scene.error().kind != ErrorKind::NotSupported;
  }
  return kept;
}

void DrawnScenes::follow(const Tree& tree) {
  if (port_ == nullptr) return;
  std::vector<Kept> before = std::exchange(kept_, {});
  for (const semantics::Node& node : tree.nodes()) {
    if (node.role != Role::Scene) continue;
    const std::string_view kind = tree.property_of(node, Property::SceneKind);
    const std::string_view source = tree.property_of(node, Property::Source);
    const auto same = std::find_if(before.begin(), before.end(), [&](const Kept& kept) { return kept.key == node.key && kept.kind == kind && kept.source == source; });
    kept_.push_back(same == before.end() ? opened(node.key, kind, source) : std::move(*same));
  }
  const bool needs_sentence = std::any_of(kept_.begin(), kept_.end(), [](const Kept& kept) { return kept.is_broken; });
  if (needs_sentence) sentence_ = port_->sentence_instead(tree.language);
}

SceneAbove DrawnScenes::above(const Tree& tree, NodeIndex scene) const {
  const Kept* kept = kept_of(tree.node(scene).key);
  if (kept == nullptr) return {};
  if (kept->is_broken) return {SceneShows::Sentence, sentence_};
  return {kept->scene == nullptr ? SceneShows::Alternative : SceneShows::Drawing};
}

void DrawnScenes::place(const Tree& tree, const LaidOutPage& page, NodeKey focused) {
  told_focus_ = focused;
  for (const Box& box : page.boxes) {
    if (box.part != Part::Drawing) continue;
    const NodeKey key = tree.node(box.node).key;
    const auto kept = std::find_if(kept_.begin(), kept_.end(), [key](const Kept& one) { return one.key == key; });
    if (kept == kept_.end() || kept->scene == nullptr) continue;
    kept->rect = box.rect;
    kept->scene->resize(static_cast<double>(box.rect.width), static_cast<double>(box.rect.height));
    kept->scene->show_page(tree, box.node, focused);
  }
}

Scene* DrawnScenes::find(NodeKey key) const {
  const Kept* kept = kept_of(key);
  return kept == nullptr || kept->is_broken ? nullptr : kept->scene.get();
}

Rect DrawnScenes::rect_of(NodeKey key) const {
  const Kept* kept = kept_of(key);
  return kept == nullptr ? Rect() : kept->rect;
}

bool DrawnScenes::paint(ImDrawList& list, const Tree& tree, const Box& box, const Rect& rect, const Theme& theme, float text_size) {
  const NodeKey key = tree.node(box.node).key;
  Scene* scene = find(key);
  if (scene == nullptr) return true;
  // Scenes keep within the rectangle they are told; the clip says so to what they write as well.
  list.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
  scene->draw({list, {rect.x, rect.y}, theme, &ink_, text_size});
  list.PopClipRect();
  if (scene->fault() == nullptr) return true;
  for (Kept& kept : kept_) kept.is_broken = kept.is_broken || kept.key == key;
  if (sentence_.empty()) sentence_ = port_->sentence_instead(tree.language);
  return false;
}

bool DrawnScenes::advance(double seconds) {
  bool goes_on = false;
  for (const Kept& kept : kept_) goes_on = (kept.scene != nullptr && kept.scene->advance(seconds)) || goes_on;
  return goes_on;
}

}  // namespace stadttor::presentation::imgui
