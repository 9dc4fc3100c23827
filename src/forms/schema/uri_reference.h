// References between schemas (RFC 3986, section 5): resolving one against where it stands.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::forms {

// `base` is absolute or empty; a fragment of `reference` is kept.
std::string resolved_uri(std::string_view base, std::string_view reference);

struct SplitUri {
  std::string address;   // without fragment
  std::string fragment;  // percent-decoded
};
SplitUri split_uri(std::string_view uri);

}  // namespace stadttor::forms
