#include "programs/city/site/site.h"

#include <algorithm>
#include <optional>

#include "programs/city/api/problem.h"
#include "programs/city/site/content_coding.h"
#include "programs/city/site/entity_tag.h"
#include "programs/city/site/file_text.h"
#include "programs/city/site/language_choice.h"
#include "programs/city/site/media_type.h"
#include "programs/city/site/site_path.h"

namespace stadttor::city_server {
namespace {

namespace files = std::filesystem;

bool is_file(const files::path& file) {
  std::error_code failure;
  return files::is_regular_file(file, failure);
}

// The file itself, or the page of a folder; only if it lies inside `folder` after all links are followed.
std::optional<files::path> find_file(const files::path& folder, std::string_view name) {
  files::path file = folder / files::path(name);
  if (name.empty() || !is_file(file)) file /= "index.html";
  if (!is_file(file)) return std::nullopt;

  std::error_code failure;
  const files::path real = files::canonical(file, failure);
  if (failure) return std::nullopt;
  const auto [stop, rest] = std::mismatch(folder.begin(), folder.end(), real.begin(), real.end());
  if (stop != folder.end()) return std::nullopt;
  return real;
}

bool has_any_variant(const files::path& file) {
  const std::vector<ContentCoding>& codings = known_codings();
  return std::any_of(codings.begin(), codings.end(), [&](const ContentCoding& coding) {
    return is_file(file.native() + std::string(coding.suffix));
  });
}

// The best variant of the file that the client can read; absent when the file cannot be read.
std::optional<Answer> find_file_answer(const files::path& file, std::string_view accept_encoding) {
  Answer answer;
  answer.content_type = media_type_from_name(file.filename().string());

  std::optional<std::string> text;
  std::string_view coding_name;
  for (const ContentCoding& coding : accepted_codings(accept_encoding)) {
    text = find_file_text(file.native() + std::string(coding.suffix));
    if (!text) continue;
    coding_name = coding.name;
    answer.add_header("Content-Encoding", std::string(coding.name));
    break;
  }
  if (!text) text = find_file_text(file);
  if (!text) return std::nullopt;

  if (has_any_variant(file)) answer.add_header("Vary", "Accept-Encoding");
  answer.add_header("ETag", entity_tag_from_content(*text, coding_name));
  answer.body = std::move(*text);
  return answer;
}

}  // namespace

Result<Site> Site::open(const files::path& folder, std::vector<std::string> languages) {
  std::error_code failure;
  files::path real = files::canonical(folder, failure);
  if (failure || !files::is_directory(real, failure)) {
    return Error{ErrorKind::NotFound, folder.string(),
                 "the site is not built yet; run ./dev build first, or name another folder with --site DIR",
                 NextStep::CorrectInput};
  }
  return Site(std::move(real), std::move(languages));
}

Answer Site::answer(const IncomingRequest& request) const {
  if (request.method != "GET" && request.method != "HEAD") return method_not_allowed_answer("GET, HEAD");

  const std::optional<std::string> name = find_site_name(request.path);
  if (!name) return not_found_answer(request);
  if (name->empty()) return redirect_to_language(request);
  const std::optional<files::path> file = find_file(folder_, *name);
  if (!file) return not_found_answer(request);

  std::optional<Answer> found = find_file_answer(*file, request.accept_encoding);
  if (!found) return not_found_answer(request);  // vanished since it was found: the site is being rebuilt
  Answer answer = std::move(*found);
  answer.add_header("Cache-Control", std::string(cache_control_from_name(*name)));
  // The one file that a municipality's own pages load from here, as a module, which needs CORS.
  if (*name == "stadttor_portal.js") answer.add_header("Access-Control-Allow-Origin", "*");
  const std::string_view tag = answer.header("ETag");
  if (answer.status == 200 && matches_entity_tag(request.if_none_match, tag)) {
    // Because: a 304 may repeat the length of the document it stands for, and "0" would be a wrong one.
    answer.add_header("Content-Length", std::to_string(answer.body.size()));
    answer.status = 304;
    answer.content_type.clear();
    answer.body.clear();
  }
  return answer;
}

Answer Site::redirect_to_language(const IncomingRequest& request) const {
  Answer answer;
  answer.status = 302;
  answer.content_type = "text/plain; charset=utf-8";
  std::string location("/");
  location.append(chosen_language(request.accept_language, languages_)).push_back('/');
  answer.add_header("Location", std::move(location));
  answer.add_header("Vary", "Accept-Language");
  answer.add_header("Cache-Control", "no-cache");
  return answer;
}

// The page of the language in the path, so that a citizen is helped in the language of the visit.
Answer Site::not_found_answer(const IncomingRequest& request) const {
  const std::string_view language = first_segment(request.path);
  const bool known = std::find(languages_.begin(), languages_.end(), language) != languages_.end();
  files::path page = known ? folder_ / files::path(language) / "404.html" : folder_ / "404.html";
  if (!is_file(page)) page = folder_ / "404.html";

  Answer answer;
  if (std::optional<Answer> found = find_file_answer(page, request.accept_encoding)) {
    answer = std::move(*found);
  } else {
    answer.content_type = "text/plain; charset=utf-8";
    answer.body = "Diese Seite gibt es nicht.\n";
  }
  answer.status = 404;
  std::erase_if(answer.headers, [](const auto& header) { return header.first == "ETag"; });
  answer.add_header("Cache-Control", "no-cache");
  return answer;
}

}  // namespace stadttor::city_server
