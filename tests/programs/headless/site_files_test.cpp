#include <doctest/doctest.h>

#include <unistd.h>

#include <string>

#include "programs/headless/site_files.h"
#include "support/text_file.h"

using namespace stadttor;
using namespace stadttor::headless;
namespace fs = std::filesystem;

namespace {

// Gone with all in it at the end of a test.
struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("stadttor-site-files-" + std::to_string(getpid()));
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

}  // namespace

TEST_SUITE("programs/headless") {
  TEST_CASE("files are written with their compressed forms, pictures without") {
    const TemporaryFolder folder;
    if (!CHECK(write_site(folder.path, {{"de/index.html", std::string(5000, 'x')}, {"bild.png", "PNG"}}).ok())) return;

    CHECK(testing::text_of_file(folder.path / "de/index.html").size() == 5000);
    CHECK(fs::exists(folder.path / "de/index.html.br"));
    CHECK(fs::exists(folder.path / "de/index.html.gz"));
    CHECK(fs::file_size(folder.path / "de/index.html.gz") < 100);
    CHECK(fs::exists(folder.path / "bild.png"));
    CHECK_FALSE(fs::exists(folder.path / "bild.png.gz"));
  }

  TEST_CASE("what is not of the site any more is taken away, unchanged files stay untouched") {
    const TemporaryFolder folder;
    if (!CHECK(write_site(folder.path, {{"a.html", "A"}, {"b.html", "B"}}).ok())) return;
    const auto written = fs::last_write_time(folder.path / "a.html");

    CHECK(write_site(folder.path, {{"a.html", "A"}}).ok());

    CHECK(fs::last_write_time(folder.path / "a.html") == written);
    CHECK_FALSE(fs::exists(folder.path / "b.html"));
    CHECK_FALSE(fs::exists(folder.path / "b.html.br"));
  }

  TEST_CASE("a folder that cannot be written is an error with what to do") {
    const Outcome outcome = write_site("/dev/null/site", {{"a.html", "A"}});

    if (!CHECK(!outcome.ok())) return;
    CHECK(outcome.error().kind == ErrorKind::StorageFull);
  }

  TEST_CASE("a file that is not there is named") {
    const auto missing = read_file("/nowhere/x.json");

    if (!CHECK(!missing.ok())) return;
    CHECK(missing.error().where == "/nowhere/x.json");
  }

  TEST_CASE("names carry a hash of the content") {
    CHECK(hashed_name("core.wasm", "x") == "/assets/core.2d711642b726.wasm");
    CHECK(hashed_name("core.wasm", "x") != hashed_name("core.wasm", "y"));
    CHECK(integrity_of("") == "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
  }
}
