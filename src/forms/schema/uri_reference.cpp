#include "forms/schema/uri_reference.h"

#include "foundation/url.h"

namespace stadttor::forms {

namespace {

// The length of "https:"; 0 where there is no scheme.
std::size_t scheme_length(std::string_view uri) {
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const char c = uri[i];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == ':') return i == 0 ? 0 : i + 1;
    if (!is_letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) return 0;
  }
  return 0;
}

// Where the path begins: behind scheme and host.
std::size_t path_begin(std::string_view uri) {
  const std::size_t scheme = scheme_length(uri);
  if (uri.substr(scheme, 2) != "//") return scheme;
  const std::size_t slash = uri.find('/', scheme + 2);
  return slash == std::string_view::npos ? uri.size() : slash;
}

std::string without_dot_segments(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    const std::size_t slash = path.find('/', 1);
    std::string_view segment = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    const bool is_last = path.empty();
    if (segment == "/." || segment == "/..") {
      if (segment == "/..") result.erase(result.rfind('/') == std::string::npos ? 0 : result.rfind('/'));
      if (is_last) result.push_back('/');
      continue;
    }
    result.append(segment);
  }
  return result;
}

}  // namespace

std::string resolved_uri(std::string_view base, std::string_view reference) {
  if (reference.empty()) return std::string(base);
  if (scheme_length(reference) > 0) return std::string(reference);
  base = base.substr(0, base.find('#'));
  if (reference.front() == '#') return std::string(base).append(reference);
  if (reference.substr(0, 2) == "//") return std::string(base.substr(0, scheme_length(base))).append(reference);
  const std::size_t begin = path_begin(base);
  const std::string_view base_path = base.substr(begin, base.find('?', begin) - begin);
  const std::size_t end = reference.find_first_of("?#");
  const std::string_view own_path = reference.substr(0, end);
  const std::string_view rest = end == std::string_view::npos ? std::string_view() : reference.substr(end);
  std::string path;
  if (own_path.empty()) {
    path = std::string(base_path);
  } else if (own_path.front() == '/') {
    path = without_dot_segments(own_path);
  } else {
    const std::size_t slash = base_path.rfind('/');
    const std::string folder = slash == std::string_view::npos ? (begin > scheme_length(base) ? "/" : "") : std::string(base_path.substr(0, slash + 1));
    path = without_dot_segments(folder + std::string(own_path));
  }
  return std::string(base.substr(0, begin)) + path + std::string(rest);
}

SplitUri split_uri(std::string_view uri) {
  const std::size_t hash = uri.find('#');
  if (hash == std::string_view::npos) return {std::string(uri), {}};
  // "+" is itself in a fragment.
  std::string fragment;
  for (const char c : uri.substr(hash + 1)) {
    if (c == '+') {
      fragment.append("%2B");
    } else {
      fragment.push_back(c);
    }
  }
  return {std::string(uri.substr(0, hash)), percent_decoded(fragment)};
}

}  // namespace stadttor::forms
