#include "presentation/document/html_writer.h"

#include "presentation/document/fragment.h"

namespace stadttor::presentation::document {

using semantics::NodeIndex;
using semantics::Tree;

namespace {

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': html.append("&amp;"); break;
      case '<': html.append("&lt;"); break;
      case '>': html.append("&gt;"); break;
      case '"': html.append("&quot;"); break;
      case '\'': html.append("&#39;"); break;
      default: html.push_back(c);
    }
  }
}

class Writer {
 public:
  explicit Writer(const Tree& tree) : tree_(tree) {}

  void write_node(NodeIndex index) {
    Fragment fragment;
    fragment_from_node(tree_, index, fragment);
    write_part(index, fragment, fragment.parts().front());
  }

  std::string html;

 private:
  void write_part(NodeIndex index, const Fragment& fragment, const Part& part) {
    const std::string_view name = tag_name(part.tag);
    html.append("<").append(name);
    if (part.id == kRootPart) {
      html.append(" data-k=\"").append(short_key(tree_.node(index).key)).append("\"");
    } else {
      html.append(" data-part=\"").append(std::to_string(part.id)).append("\"");
    }
    for (std::uint32_t i = 0; i < part.attribute_count; ++i) {
      const Attribute& attribute = fragment.attributes_of(part)[i];
      html.append(" ").append(attribute_name(attribute.name));
      if (is_boolean(attribute.name)) continue;
      html.append("=\"");
      append_escaped(html, attribute.value);
      html.append("\"");
    }
    html.append(">");
    if (is_void(part.tag)) return;
    append_escaped(html, part.text);
    for (const Part& child : fragment.parts()) {
      if (child.parent == part.id) write_part(index, fragment, child);
    }
    if (part.id == fragment.slot) {
      const NodeIndex end = tree_.node(index).subtree_end;
      for (NodeIndex child = index + 1; child < end; child = tree_.node(child).subtree_end) write_node(child);
    }
    html.append("</").append(name).append(">");
  }

  const Tree& tree_;
};

}  // namespace

std::string html_from_tree(const Tree& tree) {
  if (tree.size() == 0) return {};
  Writer writer(tree);
  writer.write_node(0);
  return std::move(writer.html);
}

std::string escaped_html(std::string_view text) {
  std::string html;
  append_escaped(html, text);
  return html;
}

}  // namespace stadttor::presentation::document
