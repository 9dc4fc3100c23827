// Reads the sources and refuses what the design forbids. Each rule is also broken on purpose, in a tree of its own.
#include <doctest/doctest.h>

#include <unistd.h>

#include "source_rules.h"

using namespace stadttor::architecture;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// A small repository that keeps every rule; tests add what breaks one.
class TemporaryRepository {
 public:
  TemporaryRepository() {
    write("src/foundation/result.h", "// What can fail.\n#pragma once\n");
    write("src/platform/clock.h", "// The time.\n#pragma once\n#include \"foundation/result.h\"\n");
    write("src/platform/web/clock_web.cpp", "#include <emscripten.h>\n#include \"platform/clock.h\"\n");
    write("src/semantics/tree.h", "// A tree.\n#pragma once\n#include \"foundation/result.h\"\n");
    write("src/presentation/document/html.h", "// HTML.\n#pragma once\n#include \"semantics/tree.h\"\n");
    write("src/city/address.h", "// Addresses.\n#pragma once\n#include \"platform/clock.h\"\n");
    write("src/forms/rule.h", "// Rules.\n#pragma once\n#include \"platform/clock.h\"\n");
    write("src/services/screen.h", "// Screens.\n#pragma once\n#include \"city/address.h\"\n#include \"forms/rule.h\"\n#include \"semantics/tree.h\"\n");
    write("src/portal/portal.h", "// A visit.\n#pragma once\n#include \"services/screen.h\"\n");
    write("src/portal/authoring/pack.cpp", "#include <nlohmann/json.hpp>\n#include \"portal/portal.h\"\n#include \"presentation/document/html.h\"\n");
    write("src/programs/main.cpp", "#include \"platform/web/clock_web.h\"\n#include \"portal/authoring/pack.h\"\n#ifdef __EMSCRIPTEN__\n#endif\n");
    write("web/engine.js", "export {};\n");
  }
  ~TemporaryRepository() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  TemporaryRepository& write(const std::string& path, const std::string& text) {
    std::error_code ignored;
    fs::create_directories((folder_ / path).parent_path(), ignored);
    std::ofstream(folder_ / path) << text;
    return *this;
  }

  std::vector<std::string> broken(const std::string& exceptions = {}) const { return SourceRules(folder_, exceptions).broken(); }
  std::vector<Revealed> revealed() const { return SourceRules(folder_).revealed(); }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("stadttor-architecture-" + std::to_string(getpid()));
};

// The sentences about a repository with one more file.
std::vector<std::string> broken_with(const std::string& path, const std::string& text, const std::string& exceptions = {}) {
  return TemporaryRepository().write(path, text).broken(exceptions);
}

bool is_only(const std::vector<std::string>& broken, std::string_view words) {
  return broken.size() == 1 && broken[0].find(words) != std::string::npos;
}

std::string lines(std::size_t count) {
  std::string text = "// Long.\n";
  for (std::size_t i = 1; i < count; ++i) text.append("\n");
  return text;
}

const fs::path kRepository = STADTTOR_SOURCE;

}  // namespace

TEST_SUITE("architecture") {
  TEST_CASE("the sources keep the rules of the design") {
    SourceRules rules(kRepository, text_of(kRepository / "tests/architecture/size_exceptions.txt"));

    CHECK(rules.size() > 200);
    for (const std::string& sentence : rules.broken()) FAIL_CHECK(sentence);
  }

  TEST_CASE("a repository that keeps the rules breaks none") { CHECK(TemporaryRepository().broken().empty()); }

  TEST_CASE("arrows that point up are refused") {
    const auto arrow = [](const std::string& from, const std::string& to) {
      return broken_with(from, "#include \"" + to + "\"\n");
    };

    CHECK(is_only(arrow("src/foundation/x.cpp", "platform/clock.h"), "is foundation and includes platform"));
    CHECK(is_only(arrow("src/platform/x.cpp", "semantics/tree.h"), "is platform and includes semantics"));
    CHECK(is_only(arrow("src/platform/x.cpp", "platform/web/clock_web.h"), "is platform and includes platform/web"));
    CHECK(is_only(arrow("src/platform/native/x.cpp", "platform/web/clock_web.h"), "includes platform/web"));
    CHECK(is_only(arrow("src/platform/native/x.cpp", "city/address.h"), "includes city"));
    CHECK(is_only(arrow("src/semantics/x.cpp", "platform/clock.h"), "is semantics and includes platform"));
    CHECK(is_only(arrow("src/semantics/x.cpp", "presentation/document/html.h"), "includes presentation"));
    CHECK(is_only(arrow("src/presentation/document/x.cpp", "city/address.h"), "is presentation and includes city"));
    CHECK(is_only(arrow("src/city/x.cpp", "semantics/tree.h"), "is city and includes semantics"));
    CHECK(is_only(arrow("src/city/x.cpp", "platform/native/clock_native.h"), "is city and includes platform/native"));
    CHECK(is_only(arrow("src/forms/x.cpp", "city/address.h"), "is forms and includes city"));
    CHECK(is_only(arrow("src/forms/x.cpp", "semantics/tree.h"), "is forms and includes semantics"));
    CHECK(is_only(arrow("src/city/x.cpp", "forms/rule.h"), "is city and includes forms"));
    CHECK(is_only(arrow("src/services/a/x.cpp", "portal/portal.h"), "is services and includes portal"));
    CHECK(is_only(arrow("src/services/a/x.cpp", "presentation/document/html.h"), "includes presentation"));
    CHECK(is_only(arrow("src/portal/x.cpp", "portal/authoring/pack.h"), "is portal and includes portal/authoring"));
    CHECK(is_only(arrow("src/portal/search/x.cpp", "presentation/document/html.h"), "includes presentation"));
    CHECK(is_only(arrow("src/portal/authoring/x.cpp", "programs/main.h"), "includes programs"));
    CHECK(is_only(arrow("src/portal/authoring/x.cpp", "platform/native/x.h"), "includes platform/native"));
  }

  TEST_CASE("an include with other spaces is an include as well") {
    CHECK(is_only(broken_with("src/foundation/x.cpp", "  #  include \"city/address.h\"\n"), "includes city"));
  }

  TEST_CASE("arrows that point down are fine") {
    CHECK(broken_with("src/programs/x.cpp", "#include \"city/address.h\"\n#include \"platform/native/a.h\"\n#include <vector>\n").empty());
    CHECK(broken_with("src/services/x.cpp", "#include \"services/screen.h\"\n#include \"platform/clock.h\"\n").empty());
  }

  TEST_CASE("files are included by their path below src/, and every folder has its part in the picture") {
    CHECK(is_only(broken_with("src/city/x.cpp", "#include \"address.h\"\n"), "is not named from src/"));
    CHECK(is_only(broken_with("src/city/x.cpp", "#include \"../city/address.h\"\n"), "is not named from src/"));
    CHECK(is_only(broken_with("src/things/x.cpp", "\n"), "stands in no part of the picture"));
  }

  TEST_CASE("the JSON library is refused where it does not belong") {
    CHECK(is_only(broken_with("src/city/x.cpp", "#include <nlohmann/json.hpp>\n"), "includes the JSON library"));
    CHECK(is_only(broken_with("src/portal/x.cpp", "#include <nlohmann/json_fwd.hpp>\n"), "includes the JSON library"));
    CHECK(is_only(broken_with("src/foundation/x.cpp", "#include \"nlohmann/json.hpp\"\n"), "includes the JSON library"));
    CHECK(broken_with("src/foundation/json_reader.cpp", "#include <nlohmann/json.hpp>\n").empty());
  }

  TEST_CASE("Emscripten is refused outside of platform/web and programs") {
    CHECK(is_only(broken_with("src/portal/x.cpp", "#ifdef __EMSCRIPTEN__\n#endif\n"), "knows Emscripten"));
    CHECK(is_only(broken_with("src/foundation/x.cpp", "#include <emscripten.h>\n"), "knows Emscripten"));
    CHECK(is_only(broken_with("src/platform/native/x.cpp", "#include <emscripten/fetch.h>\n"), "knows Emscripten"));
  }

  TEST_CASE("a file of more than 400 lines is refused, unless it is on the list with its reason") {
    CHECK(broken_with("src/city/x.cpp", lines(400)).empty());
    CHECK(is_only(broken_with("src/city/x.cpp", lines(401)), "has 401 lines"));
    CHECK(is_only(broken_with("web/x.js", lines(500)), "has 500 lines"));
    CHECK(broken_with("src/city/x.cpp", lines(401), "# comment\nsrc/city/x.cpp because it is a table\n").empty());
    CHECK(is_only(broken_with("src/city/x.cpp", lines(401), "src/city/x.cpp\n"), "gives no reason"));
    CHECK(is_only(broken_with("src/city/x.cpp", lines(10), "src/city/x.cpp because it is a table\n"), "no long file any more"));
  }

  TEST_CASE("a header without an opening comment is refused") {
    CHECK(is_only(broken_with("src/city/x.h", "#pragma once\n"), "does not open with a comment"));
    CHECK(is_only(broken_with("src/city/x.h", ""), "does not open with a comment"));
    CHECK(is_only(broken_with("src/city/x.h", "//\n#pragma once\n"), "does not open with a comment"));
  }

  TEST_CASE("two files of one name are refused") {
    CHECK(is_only(broken_with("src/services/address.h", "// Again.\n"), "has the same name as"));
  }

  TEST_CASE("names that say nothing are refused, in files and types") {
    for (const auto* name : {"util", "string_utils", "helper", "common", "misc", "pack_manager", "event_handler", "tree_impl"}) {
      CHECK_MESSAGE(is_only(broken_with(std::string("src/city/") + name + ".cpp", "\n"), "says nothing"), name);
    }
    CHECK(is_only(broken_with("src/city/common/x.cpp", "\n"), "says nothing"));
    CHECK(is_only(broken_with("web/dom_helper.js", "\n"), "says nothing"));
    CHECK(is_only(broken_with("src/city/x.cpp", "class PackManager {\n};\n"), "has a type called PackManager"));
    CHECK(is_only(broken_with("src/city/x.cpp", "struct TreeImpl;\n"), "has a type called TreeImpl"));
    CHECK(broken_with("src/city/x.cpp", "struct Handle {};\nclass Commonwealth {};\n// class Manager in words\n").empty());
  }

  TEST_CASE("every reason for opening personal data is found") {
    const auto found = TemporaryRepository()
                           .write("src/portal/x.cpp", "\nname.reveal<\"printed on the form the citizen sends\">();\n// reveal<\"in a comment\"> is none\n"
                                                      "a.reveal<\n    \"on the next line\">();\n")
                           .revealed();

    if (!CHECK(found.size() == 2)) return;
    CHECK(found[0].place == "src/portal/x.cpp:2");
    CHECK(found[0].reason == "printed on the form the citizen sends");
    CHECK(found[1].reason == "on the next line");
  }

  TEST_CASE("the audit page lists every reason in the sources") {
    const auto found = SourceRules(kRepository).revealed();
    std::ofstream page(STADTTOR_AUDIT_PAGE);
    page << "# Where personal data is opened, and why\n\n";
    if (found.empty()) page << "Nowhere: no source opens personal data.\n";

    for (const Revealed& one : found) {
      page << "- `" << one.place << "`: " << one.reason << "\n";
      CHECK_MESSAGE(std::count(one.reason.begin(), one.reason.end(), ' ') >= 2, one.place, " gives no reason in words");
    }

    page.flush();
    CHECK(page.good());
  }
}
