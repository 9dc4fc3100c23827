// Pages of Musterstadt as pictures, on a fixed morning: few, because they say that something looks different, not what is
// wrong. STADTTOR_UPDATE_GOLDEN=1 draws them anew. A few pixels may differ, as renderers round; with other fonts than
// those they were drawn with, only their size is compared, and roughly.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "foundation/hash.h"
#include "programs/drawing/city_scenes.h"
#include "programs/drawing/font_files.h"
#include "programs/drawing/page_picture.h"
#include "programs/drawing/png_file.h"
#include "programs/headless/pack_http_client.h"
#include "programs/headless/visitor.h"
#include "semantics/page.h"
#include "support/fake_clock.h"
#include "support/musterstadt.h"
#include "support/role_examples.h"

using namespace stadttor;
using drawing::PictureOptions;
using presentation::imgui::Brightness;
using presentation::imgui::Raster;

namespace {

struct GoldenPicture {
  const char* name;
  const char* path;
  PictureOptions options;
  int rows = 0;  // of pixels, from the top: what follows looks the same all the way; 0: all
};

constexpr float kSmall = 0.4F;

const GoldenPicture kPictures[] = {
    {"start", "/de/", {1280, kSmall, 1, Brightness::Light}},
    {"start_narrow_dark", "/de/", {390, kSmall, 1, Brightness::Dark}},
    {"start_arabic", "/ar/", {1280, kSmall, 1, Brightness::Light}},
    {"service", "/de/leistungen/hund-anmelden", {1280, kSmall, 1, Brightness::Light}},
    {"service_narrow", "/uk/leistungen/hund-anmelden", {390, kSmall, 1, Brightness::Light}},
    {"view_settings_large_text", "/de/ansicht", {1280, kSmall, 2, Brightness::Light}},
    {"office_dark", "/de/aemter/buergerbuero", {1280, kSmall, 1, Brightness::Dark}},
    {"search_results", "/de/suche#q=hund", {1280, kSmall, 1, Brightness::Light}},
    {"life_situation", "/en/lebenslagen/tiere", {768, kSmall, 1, Brightness::Light}},
    {"view_settings", "/tr/ansicht", {390, kSmall, 1, Brightness::Light}},
    {"city_map", "/de/stadtplan", {1280, kSmall, 1, Brightness::Light}, 700},
    {"figures_dark", "/en/stadt-in-zahlen", {768, kSmall, 1, Brightness::Dark}, 1400},
    {"stall", "/de/wochenmarkt/fisch-petersen", {1280, kSmall, 1, Brightness::Light}},
};

// Every role there is, which no page of a city shows.
constexpr const char* kRoles = "roles";

constexpr int kVisibleDifference = 40;        // of 255, in one channel
constexpr double kDifferingPixels = 0.005;    // as a share
constexpr double kHeightWithOtherFonts = 0.1;

std::filesystem::path picture_folder() { return testing::repository() / "tests/golden/pictures"; }

std::string font_mark(const presentation::imgui::FontFiles& fonts) {
  return std::to_string(mixed_hash(mixed_hash(kHashSeed, fonts.regular), fonts.bold)) + "\n";
}

double share_of_differing_pixels(const Raster& one, const Raster& other) {
  std::size_t differing = 0;
  for (std::size_t i = 0; i < one.pixels.size(); i += 4) {
    int most = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) most = std::max(most, std::abs(one.pixels[i + channel] - other.pixels[i + channel]));
    if (most > kVisibleDifference) ++differing;
  }
  return static_cast<double>(differing) / (static_cast<double>(one.pixels.size()) / 4);
}

Raster upper_rows(Raster picture, int rows) {
  if (rows == 0 || picture.height <= rows) return picture;
  picture.height = rows;
  picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(rows) * 4);
  return picture;
}

semantics::Tree tall_band() {
  semantics::Tree tree;
  const semantics::ActionQueue nothing;
  semantics::Page page(tree, nothing);
  page.set_document("Seite", "de", "ltr");
  {
    auto main = page.main();
    auto band = page.block("band", {.look = semantics::Appearance::Band});
    for (int i = 0; i < 90; ++i) page.paragraph("Zeile");
  }
  page.finish();
  return tree;
}

Result<drawing::CityLook> look_of_nothing() {
  TRY_ASSIGN(presentation::imgui::FontFiles fonts, drawing::read_font_files());
  drawing::CityLook look;
  look.fonts = std::move(fonts);
  return look;
}

void compare(const std::string& name, const Raster& picture, const std::string& fonts) {
  const auto file = picture_folder() / (name + ".png");
  if (std::getenv("STADTTOR_UPDATE_GOLDEN") != nullptr) {
    CHECK(drawing::write_png(file.string(), picture).ok());
    return;
  }
  const auto golden = drawing::read_png(file.string());
  if (!CHECK_MESSAGE(golden.ok(), file.string())) return;
  const bool has_same_fonts = testing::text_of_file(picture_folder() / "fonts.txt") == fonts;
  bool is_same = golden.value().width == picture.width;
  if (has_same_fonts) {
    is_same = is_same && golden.value().height == picture.height && share_of_differing_pixels(golden.value(), picture) <= kDifferingPixels;
  } else {
    is_same = is_same && std::abs(golden.value().height - picture.height) <= kHeightWithOtherFonts * picture.height;
  }
  if (is_same) return;
  const auto actual = std::filesystem::temp_directory_path() / (name + ".actual.png");
  CHECK(drawing::write_png(actual.string(), picture).ok());
  FAIL_CHECK(name << " looks different from " << file.string() << "; it is now as in " << actual.string());
}

}  // namespace

TEST_SUITE("golden") {
  TEST_CASE("pages look as they looked") {
    const auto compiled = headless::compile_city(testing::repository() / "assets/musterstadt", testing::repository() / "assets/languages");
    auto files = compiled.pack.files;
    files.insert(compiled.pictures.begin(), compiled.pictures.end());
    headless::PackHttpClient http(files);
    const auto poll = [&http] { return http.poll(); };
    const drawing::CityFiles city{http, poll, "/daten/" + compiled.pack.version + "/"};
    auto look = drawing::look_of_city(city, (testing::repository() / "shell/icons").string());
    if (!CHECK(look.ok())) return;
    const std::string fonts = font_mark(look.value().fonts);
    if (std::getenv("STADTTOR_UPDATE_GOLDEN") != nullptr) testing::write_text_file(picture_folder() / "fonts.txt", fonts);
    drawing::CityScenes scenes(city);
    for (const GoldenPicture& golden : kPictures) {
      testing::FakeClock clock(testing::usual_morning());
      headless::Visitor visitor(http, clock, poll, city.data_path);
      visitor.opens(golden.path);
      drawing::add_pictures_of(visitor.page(), city, look.value().pictures);
      auto picture = drawing::picture_of_page(visitor.page(), look.value(), golden.options, &scenes);
      if (!CHECK_MESSAGE(picture.ok(), golden.name)) return;
      compare(golden.name, upper_rows(std::move(picture).value(), golden.rows), fonts);
    }
    const auto picture = drawing::picture_of_page(testing::example_tree(1), look.value(), {800, 1, 1, Brightness::Light});
    if (CHECK(picture.ok())) compare(kRoles, picture.value(), fonts);
  }

  TEST_CASE("a page is drawn in strips, and where they meet nothing is to be seen, whatever the scale") {
    const auto look = look_of_nothing();
    if (!CHECK(look.ok())) return;
    for (const float scale : {kSmall, 1.0F, 1.25F, 1.33F, 2.0F}) {
      const auto picture = drawing::picture_of_page(tall_band(), look.value(), {320, scale, 1, Brightness::Light});
      if (!CHECK(picture.ok())) return;
      const Raster& raster = picture.value();
      CHECK(raster.height > 2.5F * 1024 * scale);
      const std::size_t row = static_cast<std::size_t>(raster.width) * 4;
      int differing = 0;
      // The first pixels of each row, at the edge where no text stands.
      for (std::size_t at = 1; at + 1 < static_cast<std::size_t>(raster.height); ++at) {
        if (!std::equal(raster.pixels.data() + at * row, raster.pixels.data() + at * row + 8, raster.pixels.data() + row)) ++differing;
      }
      CHECK_MESSAGE(differing == 0, scale);
    }
  }
}
