// Where a photo was taken, from Exif made here: every kind of picture, both orders of bytes, and what cameras and attackers write instead.
#include "attachments/picture_position.h"

#include <doctest/doctest.h>

#include <cmath>

#include "attachments/clean_file.h"
#include "attachments/marked_files.h"
#include "attachments/placed_photo.h"

using namespace stadttor;
using namespace stadttor::attachments;
using namespace stadttor::testing;

namespace {

// Null where there is none.
struct Found {
  bool is_there = false;
  double latitude = 0;
  double longitude = 0;
};

Found found_in(const std::optional<Personal<PicturePosition>>& position) {
  if (!position) return {};
  const PicturePosition& at = position->reveal<"a test looks at its own picture">();
  return {true, at.latitude, at.longitude};
}

bool is_near(double a, double b) { return std::abs(a - b) < 1e-7; }

std::string jpeg_of(const std::string& tiff) { return jpeg_with(jpeg_segment(0xe1, std::string("Exif\0\0", 6) + tiff)); }

}  // namespace

TEST_SUITE("attachments") {
  TEST_CASE("a photo says where it was taken, in all kinds of pictures and both orders of bytes") {
    for (const bool is_little_endian : {true, false}) {
      ExifPlace place;
      place.is_little_endian = is_little_endian;
      const std::string tiff = exif_with_place(place);
      const std::string pictures[] = {jpeg_of(tiff), png_with(png_chunk("eXIf", tiff)), webp_of(webp_header() + webp_chunk("VP8 ", "picture") + webp_chunk("EXIF", tiff)),
                                      webp_of(webp_header() + webp_chunk("VP8 ", "picture") + webp_chunk("EXIF", std::string("Exif\0\0", 6) + tiff))};
      for (const std::string& picture : pictures) {
        const Found found = found_in(position_of_picture(picture));
        CHECK(found.is_there);
        CHECK(is_near(found.latitude, 51 + 25 / 60.0 + 51.5 / 3600));
        CHECK(is_near(found.longitude, 9 + 52 / 60.0 + 17.25 / 3600));
      }
    }
  }

  TEST_CASE("south and west are below zero") {
    ExifPlace place;
    place.latitude_reference = 'S';
    place.longitude_reference = 'W';
    const Found found = found_in(position_of_tiff(exif_with_place(place)));
    CHECK(found.is_there);
    CHECK(found.latitude < -51);
    CHECK(found.longitude < -9);
  }

  TEST_CASE("what cannot be a place on earth is none") {
    const auto is_none = [](const ExifPlace& place) { return !found_in(position_of_tiff(exif_with_place(place))).is_there; };
    CHECK(is_none({.latitude = {{{51, 0}, {25, 1}, {515, 10}}}}));
    CHECK(is_none({.latitude = {{{91, 1}, {0, 1}, {0, 1}}}}));
    CHECK(is_none({.longitude = {{{181, 1}, {0, 1}, {0, 1}}}}));
    CHECK(is_none({.latitude_reference = 'X'}));
    CHECK(is_none({.latitude = {{{0, 1}, {0, 1}, {0, 1}}}, .longitude = {{{0, 1}, {0, 1}, {0, 1}}}}));
    CHECK(is_none({.latitude = {{{51, 1}, {25, 0}, {0, 1}}}}));
  }

  TEST_CASE("seconds of nothing over nothing are none, as of cameras that only know minutes") {
    const Found found = found_in(position_of_tiff(exif_with_place({.latitude = {{{51, 1}, {2585, 100}, {0, 0}}}})));
    CHECK(found.is_there);
    CHECK(is_near(found.latitude, 51 + 25.85 / 60));
  }

  TEST_CASE("a photo that is cut off anywhere says no other place than the whole one") {
    const std::string whole = jpeg_of(exif_with_place({}));
    const Found right = found_in(position_of_picture(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const Found found = found_in(position_of_picture(std::string_view(whole).substr(0, size)));
      CHECK((!found.is_there || (found.latitude == right.latitude && found.longitude == right.longitude)));
    }
    const std::string tiff = exif_with_place({});
    for (std::size_t size = 0; size < tiff.size(); ++size) CHECK_FALSE(found_in(position_of_tiff(std::string_view(tiff).substr(0, size))).is_there);
  }

  TEST_CASE("once cleaned a photo says no place any more") {
    const auto cleaned = clean_file(jpeg_of(exif_with_place({})), "image/jpeg");
    if (!CHECK(cleaned.ok())) return;
    CHECK_FALSE(found_in(position_of_picture(cleaned.value().bytes.reveal<"a test looks at its own picture">())).is_there);
  }
}
