#include "portal/search/compound_split.h"

#include <algorithm>
#include <array>
#include <limits>

#include "portal/search/search_letters.h"

namespace stadttor::portal::search {
namespace {

constexpr std::size_t kShortestCompound = 6;
constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kShortestUnknownPart = 4;
constexpr std::size_t kShortestWithUnknownPart = 9;
constexpr unsigned kPartCost = 10;
constexpr unsigned kUnknownPartCost = 25;
constexpr unsigned kUnknownLetterCost = 3;
constexpr unsigned kNever = std::numeric_limits<unsigned>::max() / 2;

// The cheapest way to take the letters up to one place apart, with or without an unknown part among them.
struct Step {
  unsigned cost = kNever;
  std::size_t part_start = 0;
  bool part_is_known = true;
};
using Steps = std::array<std::array<Step, 2>, kLongestWord + 1>;

// Short parts are often parts by accident.
unsigned known_part_cost(std::size_t length) { return kPartCost + (length == 3 ? 6 : length == 4 ? 1 : 0); }

// Of equal ways the one with the longer beginning is meant: Grundsteuer|erklärung, not Grund|steuererklärung.
void improve(Step& step, unsigned cost, std::size_t part_start, bool part_is_known) {
  if (cost < kNever && cost <= step.cost) step = {cost, part_start, part_is_known};
}

bool is_latin(std::string_view letters) {
  return std::all_of(letters.begin(), letters.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

enum class Depth : unsigned char { WholeWord, Part };

void add_boundaries(std::string_view letters, std::size_t offset, Depth depth, const Vocabulary& vocabulary,
                    std::uint64_t& found) {
  std::size_t start = 0;
  const std::vector<CompoundPart> parts = split_compound(letters, vocabulary);
  // A part is split again only if all of it is known: Schuldner is no Schul|dner.
  const bool is_sure = std::all_of(parts.begin(), parts.end(), [](const CompoundPart& part) { return part.is_known; });
  if (depth == Depth::Part && !is_sure) return;
  for (const CompoundPart& part : parts) {
    if (start > 0) found |= std::uint64_t{1} << (offset + start);
    if (part.is_known) add_boundaries(part.letters, offset + start, Depth::Part, vocabulary, found);
    start += part.letters.size();
  }
}

}  // namespace

std::vector<CompoundPart> split_compound(std::string_view letters, const Vocabulary& vocabulary) {
  const std::size_t size = letters.size();
  if (size < kShortestCompound || size > kLongestWord || !is_latin(letters)) return {};
  const bool may_have_unknown = size >= kShortestWithUnknownPart;

  Steps steps;
  steps[0][0].cost = 0;
  for (std::size_t end = kShortestPart; end <= size; ++end) {
    for (std::size_t start = 0; start + kShortestPart <= end; ++start) {
      if (end - start == size || (steps[start][0].cost == kNever && steps[start][1].cost == kNever)) continue;
      if (vocabulary.has_compound_part(letters.substr(start, end - start))) {
        const unsigned cost = known_part_cost(end - start);
        for (std::size_t unknown : {0u, 1u}) {
          improve(steps[end][unknown], steps[start][unknown].cost + cost, start, true);
        }
      } else if (may_have_unknown && end - start >= kShortestUnknownPart && (start == 0 || end == size)) {
        const auto letters_cost = static_cast<unsigned>(end - start) * kUnknownLetterCost;
        improve(steps[end][1], steps[start][0].cost + kUnknownPartCost + letters_cost, start, false);
      }
    }
  }

  std::size_t unknown = steps[size][1].cost < steps[size][0].cost ? 1 : 0;
  if (steps[size][unknown].cost >= kNever) return {};
  std::vector<CompoundPart> parts;
  for (std::size_t end = size; end > 0;) {
    const Step& step = steps[end][unknown];
    parts.push_back({letters.substr(step.part_start, end - step.part_start), step.part_is_known});
    if (!step.part_is_known) unknown = 0;
    end = step.part_start;
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::uint64_t compound_boundaries(std::string_view letters, const Vocabulary& vocabulary) {
  std::uint64_t found = 0;
  add_boundaries(letters, 0, Depth::WholeWord, vocabulary, found);
  return found;
}

}  // namespace stadttor::portal::search
