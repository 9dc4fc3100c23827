#include "presentation/imgui/scenes/chart/chart_data.h"

#include <cmath>
#include <cstdlib>
#include <optional>

namespace stadttor::presentation::imgui::chart {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::Tree;

namespace {

// As far as foundation/decimal_text writes numbers, and further than a municipality counts.
constexpr double kMostNumber = 1e12;

std::optional<ChartKind> find_kind(std::string_view kind) {
  if (kind == "line chart") return ChartKind::Line;
  if (kind == "bar chart") return ChartKind::Bar;
  if (kind == "stacked chart") return ChartKind::Stacked;
  return {};
}

std::optional<double> parse_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  // Only '.' separates decimals here; programs of the engine leave the C library's locale as it is.
  const double number = std::strtod(copy.c_str(), &end);
  if (end != copy.c_str() + copy.size() || !std::isfinite(number) || std::abs(number) >= kMostNumber) return {};
  return number;
}

class TableReading {
 public:
  TableReading(const Tree& tree, ChartData& data) : tree_(tree), data_(data) {}

  bool has_broken_number() const { return has_broken_number_; }

  void read(NodeIndex table) {
    for (NodeIndex index = table + 1; index < tree_.node(table).subtree_end; ++index) {
      if (tree_.node(index).role == Role::Row) read_row(index);
    }
  }

 private:
  void read_row(NodeIndex row) {
    const bool is_head = tree_.node(tree_.node(row).parent).role == Role::TableHead;
    if (!is_head) data_.categories.emplace_back();
    std::size_t column = 0;
    for (NodeIndex index = row + 1; index < tree_.node(row).subtree_end; index = tree_.node(index).subtree_end) {
      const Node& node = tree_.node(index);
      if (node.role == Role::ColumnHeader) {
        // The first column is that of the categories.
        if (column++ > 0) data_.series.push_back({tree_.name_of(index), {}});
      } else if (node.role == Role::RowHeader) {
        data_.categories.back() = tree_.name_of(index);
      } else if (node.role == Role::Cell && column < data_.series.size()) {
        data_.series[column++].values.push_back(value_of(index));
      }
    }
    if (is_head) return;
    for (ChartSeries& series : data_.series) series.values.resize(data_.categories.size());
  }

  ChartValue value_of(NodeIndex index) {
    const Node& cell = tree_.node(index);
    const std::string_view number = tree_.value_of(cell);
    ChartValue value{cell.key, 0, false, tree_.name_of(index), std::string(number)};
    if (number.empty()) return value;
    const auto parsed = parse_number(number);
    has_broken_number_ = has_broken_number_ || !parsed;
    value.is_there = parsed.has_value();
    value.number = parsed.value_or(0);
    data_.is_whole = data_.is_whole && value.number == std::floor(value.number);
    return value;
  }

  const Tree& tree_;
  ChartData& data_;
  bool has_broken_number_ = false;
};

// As the table itself runs: it may be in another language than the page.
bool runs_right_to_left(const Tree& tree, NodeIndex index) {
  for (; index != semantics::kNoNode; index = tree.node(index).parent) {
    const std::string_view direction = tree.property_of(tree.node(index), Property::Direction);
    if (!direction.empty()) return direction == "rtl";
  }
  return tree.direction == "rtl";
}

bool has_number(const ChartData& data) {
  for (const ChartSeries& series : data.series) {
    for (const ChartValue& value : series.values) {
      if (value.is_there) return true;
    }
  }
  return false;
}

}  // namespace

bool is_chart_kind(std::string_view kind) { return find_kind(kind).has_value(); }

Result<ChartData> read_chart_data(const Tree& tree, NodeIndex scene) {
  const Node& node = tree.node(scene);
  ChartData data;
  data.kind = find_kind(tree.property_of(node, Property::SceneKind)).value_or(ChartKind::Line);
  data.unit = tree.property_of(node, Property::Unit);
  TableReading reading(tree, data);
  for (NodeIndex index = scene + 1; index < node.subtree_end; ++index) {
    if (tree.node(index).role != Role::Table) continue;
    reading.read(index);
    data.runs_right_to_left = runs_right_to_left(tree, index);
    break;
  }
  if (reading.has_broken_number()) return Error{ErrorKind::MalformedData, "chart", "a number cannot be drawn"};
  if (!has_number(data)) return Error{ErrorKind::MalformedData, "chart", "there is no number"};
  return data;
}

ReadoutWords readout_words_of(const ChartData& data, ValuePlace place) {
  const ChartValue& value = value_at(data, place);
  ReadoutWords words{data.series[place.series].name, value.text};
  words.what.append(data.runs_right_to_left ? "\u060c " : ", ").append(data.categories[place.category]);
  if (value.is_there && !data.unit.empty()) words.how_much.append(" ").append(data.unit);
  return words;
}

std::string readout_of(const ChartData& data, ValuePlace place) {
  const ReadoutWords words = readout_words_of(data, place);
  return words.what + ": " + words.how_much;
}

}  // namespace stadttor::presentation::imgui::chart
