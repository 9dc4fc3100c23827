// What a chart shows of the page's tree: the numbers of the table inside its scene. Rows of the table stand along the chart's
// axis, columns are its series. So a chart has no numbers of its own, and says each of them in the table's own words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui::chart {

enum class ChartKind : std::uint8_t { Line, Bar, Stacked };

struct ChartValue {
  semantics::NodeKey cell{};
  double number = 0;
  bool is_there = false;  // counted at all
  std::string text;       // as the table writes it
  std::string written;    // as programs write it
};

struct ChartSeries {
  std::string name;
  std::vector<ChartValue> values;  // one for each category
};

struct ChartData {
  ChartKind kind = ChartKind::Line;
  std::vector<std::string> categories;
  std::vector<ChartSeries> series;
  std::string unit;
  bool is_whole = true;  // all values are whole numbers
  bool runs_right_to_left = false;
};

// One value of a chart, by its places.
struct ValuePlace {
  std::size_t series = 0;
  std::size_t category = 0;

  friend bool operator==(ValuePlace a, ValuePlace b) { return a.series == b.series && a.category == b.category; }
};

inline const ChartValue& value_at(const ChartData& data, ValuePlace place) { return data.series[place.series].values[place.category]; }

bool is_chart_kind(std::string_view kind);

// Errors: MalformedData where there is no number in it, or one that cannot be drawn (infinite, none, from 10^12 on).
Result<ChartData> read_chart_data(const semantics::Tree& tree, semantics::NodeIndex scene);

// A value in words: the exact one, as the table writes it.
struct ReadoutWords {
  std::string what;      // "Births, 2024"
  std::string how_much;  // "466 cases"
};
ReadoutWords readout_words_of(const ChartData& data, ValuePlace place);
// Both as one sentence, for those who hear it.
std::string readout_of(const ChartData& data, ValuePlace place);

}  // namespace stadttor::presentation::imgui::chart
