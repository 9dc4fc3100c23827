#include "programs/city/site/origin.h"

#include <algorithm>
#include <array>

namespace stadttor::city_server {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_host_letter(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-';
}

bool is_host_label(std::string_view label) {
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), is_host_letter);
}

bool is_host(std::string_view host) {
  if (host.substr(0, 2) == "*.") host.remove_prefix(2);
  while (true) {
    const std::size_t dot = host.find('.');
    if (!is_host_label(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    host.remove_prefix(dot + 1);
  }
}

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), is_digit);
}

}  // namespace

bool is_origin(std::string_view text) {
  constexpr std::array<std::string_view, 4> kSchemes = {"https://", "http://", "wss://", "ws://"};
  const auto* const scheme = std::find_if(kSchemes.begin(), kSchemes.end(), [text](std::string_view candidate) {
    return text.substr(0, candidate.size()) == candidate;
  });
  if (scheme == kSchemes.end()) return false;

  const std::string_view rest = text.substr(scheme->size());
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) return is_host(rest);
  return is_host(rest.substr(0, colon)) && is_port(rest.substr(colon + 1));
}

}  // namespace stadttor::city_server
