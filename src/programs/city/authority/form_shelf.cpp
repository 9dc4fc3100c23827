#include "programs/city/authority/form_shelf.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "programs/city/event_log.h"
#include "programs/city/site/file_text.h"

namespace stadttor::city_server::authority {
namespace {

// What stands between the two after `from`; empty where it does not.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + begin.size());
  const std::size_t stop = rest.find(end);
  return stop == std::string_view::npos ? std::string_view() : rest.substr(0, stop);
}

// The site names its files by their content, so the way to the styles is in its pages.
std::string style_links_of(std::string_view page) {
  std::string links;
  while (!page.empty()) {
    const std::string_view line = page.substr(0, page.find('\n'));
    page.remove_prefix(std::min(line.size() + 1, page.size()));
    if (line.find("</head>") != std::string_view::npos) break;
    const bool is_look = line.find("<link rel=\"stylesheet\"") == 0 || line.find("<link rel=\"icon\"") == 0;
    if (is_look) links.append(line).append("\n");
  }
  return links;
}

}  // namespace

FormShelf FormShelf::open(const std::filesystem::path& site) {
  FormShelf shelf;
  const std::string page = find_file_text(site / "de" / "index.html").value_or(std::string());
  shelf.style_links_ = style_links_of(page);
  const std::string data_path(between(page, "data-daten=\"/", "\""));
  if (data_path.empty() || data_path.find("..") != std::string::npos) {
    log_event(LogLevel::Warning, "inbox_without_forms", {{"site", site.string()}, {"remedy", "build the site again"}});
    return shelf;
  }
  shelf.read_start(site / data_path / "de" / "start.json");
  shelf.read_forms(site / data_path / "de" / "antraege");
  return shelf;
}

void FormShelf::read_start(const std::filesystem::path& file) {
  auto document = JsonDocument::parse(find_file_text(file).value_or(std::string()), file.string());
  if (!document.ok()) return log_event(LogLevel::Warning, "inbox_without_words", {{"problem", text_from_error(document.error())}});
  JsonReader root = document.value().root();
  city_name_ = root.member("city").optional_text("name");
  texts_.read(root.member("texts"));
}

void FormShelf::read_forms(const std::filesystem::path& folder) {
  std::error_code failure;
  for (const auto& file : std::filesystem::directory_iterator(folder, failure)) {
    if (file.path().extension() != ".json") continue;
    auto form = forms::read_definition(find_file_text(file.path()).value_or(std::string()), file.path().string());
    if (form.ok()) {
      forms_.push_back(std::make_unique<const forms::Definition>(std::move(form).value()));
    } else {
      log_event(LogLevel::Warning, "form_unreadable", {{"problem", text_from_error(form.error())}});
    }
  }
}

const forms::Definition* FormShelf::find(std::string_view schema_uri, std::string_view service_identifier, std::string_view destination_id) const {
  const auto first = [this](const auto& fits) -> const forms::Definition* {
    const auto found = std::find_if(forms_.begin(), forms_.end(), [&fits](const auto& form) { return fits(*form); });
    return found == forms_.end() ? nullptr : found->get();
  };
  const forms::Definition* by_schema = first([&](const forms::Definition& form) { return !form.schema_uri.empty() && form.schema_uri == schema_uri; });
  if (by_schema != nullptr) return by_schema;
  return first([&](const forms::Definition& form) {
    return form.service_identifier() == service_identifier && (form.destination.empty() || form.destination == destination_id);
  });
}

}  // namespace stadttor::city_server::authority
