// The rules of DESIGN.md sections 2 and 10 that can be read off the files: which folder may include which, where the JSON
// library and Emscripten may appear, sizes, names, opening comments. Says what is wrong; the tests say so aloud.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor::architecture {

namespace fs = std::filesystem;

struct Source {
  std::string path;  // below the repository: "src/city/address.h"
  std::vector<std::string> lines;
};

struct Revealed {
  std::string place;  // "src/vault/x.cpp:12"
  std::string reason;
};

class SourceRules {
 public:
  // Reads src/ and web/ of the repository.
  explicit SourceRules(const fs::path& repository, const std::string& size_exceptions = {}) {
    read_folder(repository, "src");
    read_folder(repository, "web");
    std::istringstream lines(size_exceptions);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t space = line.find(' ');
      if (line.empty() || line[0] == '#') continue;
      size_exceptions_[line.substr(0, space)] = space == std::string::npos ? "" : line.substr(space + 1);
    }
  }

  // One sentence for each place where a rule is broken.
  std::vector<std::string> broken() {
    for (const Source& source : sources_) {
      if (is_in(source.path, "src")) {
        check_includes(source);
        check_emscripten(source);
        check_opening_comment(source);
        check_type_names(source);
      }
      check_size(source);
      check_file_name(source);
    }
    check_unique_names();
    check_exceptions();
    std::sort(broken_.begin(), broken_.end());
    return broken_;
  }

  // Every reason for which personal data is opened.
  std::vector<Revealed> revealed() const {
    std::vector<Revealed> found;
    for (const Source& source : sources_) {
      for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const std::string& line = source.lines[i];
        for (std::size_t at = line.find("reveal<"); at != std::string::npos; at = line.find("reveal<", at + 1)) {
          if (is_comment(line)) continue;
          // The reason may stand on the next line.
          const std::string text = line.substr(at + 7) + (i + 1 < source.lines.size() ? source.lines[i + 1] : "");
          const std::size_t open = text.find('"');
          const std::size_t close = open == std::string::npos ? open : text.find('"', open + 1);
          const std::string reason = close == std::string::npos ? "no literal reason" : text.substr(open + 1, close - open - 1);
          found.push_back({source.path + ":" + std::to_string(i + 1), reason});
        }
      }
    }
    return found;
  }

  std::size_t size() const { return sources_.size(); }

 private:
  static bool is_in(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.substr(0, folder.size()) == folder && path[folder.size()] == '/';
  }

  static bool is_comment(const std::string& line) {
    const std::size_t begin = line.find_first_not_of(' ');
    return begin != std::string::npos && line.compare(begin, 2, "//") == 0;
  }

  static bool has_ending(std::string_view path, std::string_view ending) {
    return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
  }

  void read_folder(const fs::path& repository, const std::string& folder) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(repository / folder, error), end; at != end; at.increment(error)) {
      const std::string path = fs::relative(at->path(), repository, error).generic_string();
      if (path.find("/node_modules") != std::string::npos) {
        at.disable_recursion_pending();
        continue;
      }
      if (!at->is_regular_file()) continue;
      bool is_source = false;
      for (const auto* ending : {".h", ".cpp", ".js", ".mjs", ".css"}) is_source = is_source || has_ending(path, ending);
      if (!is_source) continue;
      Source source{path, {}};
      std::ifstream stream(at->path());
      for (std::string line; std::getline(stream, line);) source.lines.push_back(line);
      sources_.push_back(std::move(source));
    }
  }

  void add(const Source& source, std::size_t line, const std::string& what) {
    broken_.push_back(source.path + (line > 0 ? ":" + std::to_string(line) : "") + " " + what);
  }

  // The part of the picture in section 2 that a path below src/ belongs to: the deepest that fits.
  static std::string_view part_of(std::string_view path) {
    constexpr std::array<std::string_view, 16> kParts = {"platform/web", "platform/native", "portal/authoring", "foundation", "platform", "semantics", "presentation",
                                                         "protocols", "vault", "city", "forms", "attachments", "kept_data", "services", "portal", "programs"};
    for (const auto part : kParts) {
      if (is_in(path, part)) return part;
    }
    return {};
  }

  // What each part may include, itself left out.
  static const std::map<std::string_view, std::set<std::string_view>>& arrows() {
    static const std::map<std::string_view, std::set<std::string_view>> kArrows = {
        {"foundation", {}},
        {"platform", {"foundation"}},
        {"platform/web", {"platform", "foundation"}},
        {"platform/native", {"platform", "foundation"}},
        {"semantics", {"foundation"}},
        {"presentation", {"semantics", "foundation"}},
        {"protocols", {"platform", "foundation"}},
        {"vault", {"platform", "foundation"}},
        {"city", {"platform", "foundation"}},
        {"forms", {"platform", "foundation"}},
        {"attachments", {"foundation"}},
        {"kept_data", {"foundation"}},
        {"services", {"city", "forms", "attachments", "kept_data", "vault", "protocols", "semantics", "platform", "foundation"}},
        {"portal", {"services", "city", "forms", "attachments", "kept_data", "vault", "protocols", "semantics", "platform", "foundation"}},
        {"portal/authoring", {"portal", "presentation", "services", "city", "forms", "semantics", "platform", "foundation"}},
        {"programs",
         {"portal", "portal/authoring", "presentation", "services", "city", "forms", "attachments", "kept_data", "vault", "protocols", "semantics", "platform", "platform/web",
          "platform/native", "foundation"}},
    };
    return kArrows;
  }

  void check_includes(const Source& source) {
    const std::string_view from = part_of(std::string_view(source.path).substr(4));
    if (from.empty()) return add(source, 0, "stands in no part of the picture (DESIGN.md section 2)");
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      std::string line = source.lines[i];
      line.erase(std::remove(line.begin(), line.end(), ' '), line.end());
      line.erase(std::remove(line.begin(), line.end(), '\t'), line.end());
      if (line.compare(0, 8, "#include") != 0 || line.size() < 10) continue;
      const std::string target = line.substr(9, line.find_first_of("\">", 9) - 9);
      if (target.find("nlohmann") != std::string::npos) {
        const bool may = source.path == "src/foundation/json_reader.cpp" || from == "portal/authoring" || from == "programs";
        if (!may) add(source, i + 1, "includes the JSON library; only foundation/json_reader.cpp, portal/authoring and programs may");
        continue;
      }
      if (line[8] != '"') continue;
      const std::string_view to = part_of(target);
      if (to.empty()) {
        add(source, i + 1, "includes \"" + target + "\", which is not named from src/");
      } else if (to != from && arrows().at(from).count(to) == 0) {
        add(source, i + 1, "is " + std::string(from) + " and includes " + std::string(to) + " (\"" + target + "\"): that arrow points up");
      }
    }
  }

  void check_emscripten(const Source& source) {
    if (is_in(source.path, "src/platform/web") || is_in(source.path, "src/programs")) return;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const std::string& line = source.lines[i];
      const bool includes = line.find("#include") != std::string::npos && line.find("emscripten") != std::string::npos;
      if (includes || line.find("__EMSCRIPTEN__") != std::string::npos) add(source, i + 1, "knows Emscripten; only platform/web and programs may");
    }
  }

  void check_opening_comment(const Source& source) {
    if (!has_ending(source.path, ".h")) return;
    if (source.lines.empty() || source.lines[0].compare(0, 3, "// ") != 0) add(source, 1, "does not open with a comment that says what it is for");
  }

  void check_size(const Source& source) {
    constexpr std::size_t kLongest = 400;
    if (source.lines.size() <= kLongest) return;
    if (size_exceptions_.count(source.path) > 0) return;
    add(source, 0, "has " + std::to_string(source.lines.size()) + " lines; 400 are enough, or give a reason in size_exceptions.txt");
  }

  void check_exceptions() {
    for (const auto& [path, reason] : size_exceptions_) {
      if (reason.size() < 10) broken_.push_back("size_exceptions.txt gives no reason for " + path);
      const bool is_there = std::any_of(sources_.begin(), sources_.end(), [&p = path](const Source& source) { return source.path == p && source.lines.size() > 400; });
      if (!is_there) broken_.push_back("size_exceptions.txt names " + path + ", which is no long file any more");
    }
  }

  static bool is_banned(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    static const std::set<std::string> banned = {"util", "utils", "utility", "utilities", "helper", "helpers", "common", "misc", "manager", "managers", "handler", "handlers", "impl"};
    return banned.count(word) > 0;
  }

  void check_file_name(const Source& source) {
    for (const auto& part : fs::path(source.path)) {
      std::string word;
      for (const char c : part.string() + ".") {
        if (c != '_' && c != '-' && c != '.') {
          word.push_back(c);
          continue;
        }
        if (is_banned(word)) add(source, 0, "is called \"" + word + "\", which says nothing");
        word.clear();
      }
    }
  }

  void check_type_names(const Source& source) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      if (is_comment(source.lines[i])) continue;
      std::istringstream words(source.lines[i]);
      std::string before;
      for (std::string word; words >> word; before = word) {
        if (before != "class" && before != "struct" && before != "union") continue;
        // PascalCase: a word begins at each capital.
        std::string part;
        for (const char c : word + "_") {
          const bool begins = std::isupper(static_cast<unsigned char>(c)) != 0 || std::isalnum(static_cast<unsigned char>(c)) == 0;
          if (begins) {
            if (is_banned(part)) add(source, i + 1, "has a type called " + word + "; \"" + part + "\" says nothing");
            part.clear();
          }
          part.push_back(c);
        }
      }
    }
  }

  void check_unique_names() {
    std::map<std::string, std::string> first;
    for (const Source& source : sources_) {
      const std::string name = source.path.substr(0, 4) + fs::path(source.path).filename().string();
      const auto [found, is_new] = first.emplace(name, source.path);
      if (!is_new) add(source, 0, "has the same name as " + found->second);
    }
  }

  std::vector<Source> sources_;
  std::map<std::string, std::string> size_exceptions_;
  std::vector<std::string> broken_;
};

}  // namespace stadttor::architecture
