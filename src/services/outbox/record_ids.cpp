#include "services/outbox/record_ids.h"

#include "protocols/fit_connect/metadata.h"

namespace stadttor::services::outbox {

namespace {

std::optional<unsigned> digit_of(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a' + 10);
  return std::nullopt;
}

}  // namespace

std::string text_from_id(const vault::RecordId& id) { return protocols::fit_connect::hexadecimal(id.bytes); }

std::optional<vault::RecordId> parse_id(std::string_view text) {
  if (text.size() != 2 * vault::kIdSize) return std::nullopt;
  vault::RecordId id;
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const auto high = digit_of(text[at]);
    const auto low = digit_of(text[at + 1]);
    if (!high || !low) return std::nullopt;
    id.bytes.push_back(static_cast<char>(*high << 4U | *low));
  }
  return id;
}

vault::RecordId id_of_ledger_entry(std::uint64_t number) {
  std::string bytes = "ledger--";
  for (unsigned shift = 64; shift > 0; shift -= 8) bytes.push_back(static_cast<char>(number >> (shift - 8) & 0xffU));
  return {bytes};
}

}  // namespace stadttor::services::outbox
