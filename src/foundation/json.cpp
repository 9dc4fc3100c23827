#include "foundation/json.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace stadttor {

struct JsonValue::Content {
  std::string text;
  std::vector<JsonValue> items;
  std::vector<Member> members;
};

JsonValue JsonValue::boolean(bool value) {
  JsonValue made;
  made.kind_ = JsonKind::Boolean;
  made.number_ = value ? 1 : 0;
  return made;
}

JsonValue JsonValue::number(double value) {
  JsonValue made;
  made.kind_ = JsonKind::Number;
  made.number_ = value;
  return made;
}

JsonValue JsonValue::text(std::string value) {
  JsonValue made;
  made.kind_ = JsonKind::Text;
  if (!value.empty()) made.content_ = std::make_shared<const Content>(Content{std::move(value), {}, {}});
  return made;
}

JsonValue JsonValue::list(std::vector<JsonValue> items) {
  JsonValue made;
  made.kind_ = JsonKind::List;
  made.content_ = std::make_shared<const Content>(Content{{}, std::move(items), {}});
  return made;
}

JsonValue JsonValue::object(std::vector<Member> members) {
  JsonValue made;
  made.kind_ = JsonKind::Object;
  for (std::size_t i = 0; i + 1 < members.size();) {
    const auto same = std::find_if(members.begin() + static_cast<std::ptrdiff_t>(i) + 1, members.end(),
                                   [&](const Member& later) { return later.first == members[i].first; });
    if (same == members.end()) {
      ++i;
      continue;
    }
    members[i].second = same->second;
    members.erase(same);
  }
  made.content_ = std::make_shared<const Content>(Content{{}, {}, std::move(members)});
  return made;
}

const std::string& JsonValue::as_text() const {
  static const std::string kEmpty;
  return content_ ? content_->text : kEmpty;
}

const std::vector<JsonValue>& JsonValue::items() const& {
  static const std::vector<JsonValue> kNone;
  return content_ ? content_->items : kNone;
}

const std::vector<JsonValue::Member>& JsonValue::members() const& {
  static const std::vector<Member> kNone;
  return content_ ? content_->members : kNone;
}

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const Member& member : members()) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

bool operator==(const JsonValue& a, const JsonValue& b) {
  if (a.kind_ != b.kind_) return false;
  switch (a.kind_) {
    case JsonKind::Null: return true;
    case JsonKind::Boolean:
    case JsonKind::Number: return a.number_ == b.number_;
    case JsonKind::Text: return a.as_text() == b.as_text();
    case JsonKind::List: return a.content_ == b.content_ || a.items() == b.items();
    case JsonKind::Object: break;
  }
  if (a.content_ == b.content_) return true;
  if (a.members().size() != b.members().size()) return false;
  return std::all_of(a.members().begin(), a.members().end(), [&b](const JsonValue::Member& member) {
    const JsonValue* other = b.find(member.first);
    return other != nullptr && *other == member.second;
  });
}

namespace {

// Whole digits of the number with its decimal point moved: 12.5 is 125 with one decimal.
struct Decimal {
  std::int64_t digits = 0;
  int decimals = 0;
};

// The fewest decimals that give the number again. Exact where digits and power are below 2^53 and 10^22: dividing rounds once.
bool find_short_decimal(double value, Decimal& found) {
  constexpr double kExact = 9007199254740992.0;
  if (value == std::floor(value) && value < kExact) {
    found = {static_cast<std::int64_t>(value), 0};
    return true;
  }
  double power = 10;
  for (int decimals = 1; decimals <= 22; ++decimals, power *= 10) {
    const double scaled = std::floor(value * power + 0.5);
    if (scaled >= kExact) return false;
    if (scaled / power != value) continue;
    found = {static_cast<std::int64_t>(scaled), decimals};
    return true;
  }
  return false;
}

std::string text_from_decimal_digits(const Decimal& decimal) {
  std::string digits = std::to_string(decimal.digits);
  const auto decimals = static_cast<std::size_t>(decimal.decimals);
  if (decimals == 0) return digits;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  digits.insert(digits.size() - decimals, ".");
  return digits;
}

// Without a decimal point, which the C library takes from the locale.
bool is_number(double value, std::int64_t digits, int exponent) {
  return std::strtod((std::to_string(digits) + "e" + std::to_string(exponent)).c_str(), nullptr) == value;
}

// The 17 digits near these that give the number again, or fewer followed by zeros.
std::int64_t digits_of(double value, std::int64_t near, int exponent) {
  for (const std::int64_t unit : {1000, 100, 10}) {
    const std::int64_t rounded = (near + unit / 2) / unit * unit;
    if (is_number(value, rounded, exponent)) return rounded;
  }
  // One more, one less, two more ...: hundreds of steps of ten have rounded hundreds of times.
  constexpr int kFarthest = 4000;
  std::int64_t digits = near;
  for (int step = 1; step < kFarthest && !is_number(value, digits, exponent); ++step) digits += step % 2 == 1 ? step : -step;
  return digits;
}

// Very large, very small and very long numbers.
std::string scientific_text(double value) {
  // By steps of ten instead of powers, whose tables are larger than all of this.
  int exponent = 16;
  double scaled = value;
  for (; scaled >= 1e17; ++exponent) scaled /= 10;
  for (; scaled < 1e16; --exponent) scaled *= 10;
  auto digits = digits_of(value, static_cast<std::int64_t>(std::floor(scaled + 0.5)), exponent - 16);
  if (digits >= 100000000000000000) digits /= 10, ++exponent;
  while (digits % 10 == 0 && digits > 9) digits /= 10;
  std::string text = std::to_string(digits);
  const auto size = static_cast<int>(text.size());
  if (exponent >= 0 && exponent < 21) {
    if (exponent + 1 >= size) return text.append(static_cast<std::size_t>(exponent + 1 - size), '0');
    return text.insert(static_cast<std::size_t>(exponent) + 1, ".");
  }
  if (exponent < 0 && exponent >= -6) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + text;
  if (size > 1) text.insert(1, ".");
  return text + "e" + (exponent < 0 ? "" : "+") + std::to_string(exponent);
}

void append_quoted(std::string_view text, std::string& out) {
  constexpr char kDigits[] = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    switch (c) {
      case '"': out.append("\\\""); break;
      case '\\': out.append("\\\\"); break;
      case '\n': out.append("\\n"); break;
      case '\r': out.append("\\r"); break;
      case '\t': out.append("\\t"); break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) {
          out.push_back(c);
        } else {
          out.append("\\u00");
          out.push_back(kDigits[c >> 4]);
          out.push_back(kDigits[c & 15]);
        }
    }
  }
  out.push_back('"');
}

void append_json(const JsonValue& value, std::string& out) {
  const auto separate = [&out](bool& is_first) {
    if (!is_first) out.push_back(',');
    is_first = false;
  };
  bool is_first = true;
  switch (value.kind()) {
    case JsonKind::Null: out.append("null"); break;
    case JsonKind::Boolean: out.append(value.as_boolean() ? "true" : "false"); break;
    case JsonKind::Number: out.append(std::isfinite(value.as_number()) ? text_from_number(value.as_number()) : "null"); break;
    case JsonKind::Text: append_quoted(value.as_text(), out); break;
    case JsonKind::List:
      out.push_back('[');
      for (const JsonValue& item : value.items()) {
        separate(is_first);
        append_json(item, out);
      }
      out.push_back(']');
      break;
    case JsonKind::Object:
      out.push_back('{');
      for (const auto& [name, member] : value.members()) {
        separate(is_first);
        append_quoted(name, out);
        out.push_back(':');
        append_json(member, out);
      }
      out.push_back('}');
      break;
  }
}

}  // namespace

std::string text_from_number(double value) {
  if (std::isnan(value)) return "NaN";
  if (value == 0) return "0";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  const double size = std::abs(value);
  Decimal decimal;
  const bool is_short = size >= 1e-6 && find_short_decimal(size, decimal);
  return (value < 0 ? "-" : "") + (is_short ? text_from_decimal_digits(decimal) : scientific_text(size));
}

std::string text_from_json(const JsonValue& value) {
  std::string text;
  append_json(value, text);
  return text;
}

std::string json_pointer_to(std::string_view pointer, std::string_view name) {
  std::string result(pointer);
  result.push_back('/');
  for (const char c : name) {
    if (c == '~') {
      result.append("~0");
    } else if (c == '/') {
      result.append("~1");
    } else {
      result.push_back(c);
    }
  }
  return result;
}

}  // namespace stadttor
