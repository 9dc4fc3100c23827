// Ids of the vault's records as texts: in addresses and in what other records say of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vault/record.h"

namespace stadttor::services::outbox {

// "00ff..": 32 hexadecimal digits.
std::string text_from_id(const vault::RecordId& id);
std::optional<vault::RecordId> parse_id(std::string_view text);

// The ledger's entries lie under their numbers, so that two tabs cannot both write the next one.
vault::RecordId id_of_ledger_entry(std::uint64_t number);

}  // namespace stadttor::services::outbox
