// A photo on its way into a report: what is shown is what will be sent, and what is not wanted in it is in nothing that is.
#include "services/report_defect/photo_studio.h"

#include <doctest/doctest.h>

#include "attachments/marked_files.h"
#include "attachments/placed_photo.h"
#include "support/fake_pictures.h"

using namespace stadttor;
using namespace stadttor::services::report_defect;
using namespace stadttor::testing;
using platform::CoveredArea;
using platform::PreparedPicture;

namespace {

std::string photo_with_place() { return jpeg_with(jpeg_segment(0xe1, std::string("Exif\0\0", 6) + exif_with_place({}))); }
std::string told(const std::string& content, std::size_t size = 0) { return "f00-1\nimage/jpeg\n" + std::to_string(size == 0 ? content.size() : size) + "\nIMG_1234.jpg\n" + content; }
// As a device would make it, with a mark of its encoder.
PreparedPicture made(const std::string& mark) { return {Personal<std::string>(jpeg_with(jpeg_segment(0xfe, bytes("encoder")) + jpeg_segment(0xe2, std::string("ICC_PROFILE\0", 12) + mark))), 2048, 1536}; }

struct Studio {
  FakePictures pictures;
  int changes = 0;
  PhotoStudio studio{pictures, [this] { ++changes; }};

  const ReportPhoto& photo() const { return studio.photo(); }
  std::string sent() const { return photo().bytes == nullptr ? "" : photo().bytes->reveal<"a test looks at what is sent">(); }
};

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("a photo is prepared without its metadata, and shown once it is as it will be sent") {
    Studio world;
    world.studio.take(told(photo_with_place()));
    CHECK(world.photo().is_there);
    CHECK(world.photo().is_unready());
    CHECK(world.photo().taken_at);
    if (!CHECK(world.pictures.open.size() == 1)) return;
    const auto& wanted = world.pictures.open[0].first;
    CHECK(wanted.bytes.reveal<"a test looks at it">().find("Exif") == std::string::npos);
    CHECK(wanted.longest_side == 2048);
    CHECK(wanted.covered.empty());
    CHECK(world.pictures.shown.empty());
    world.pictures.answer(made("first"));
    CHECK_FALSE(world.photo().is_unready());
    CHECK(world.changes == 1);
    CHECK(world.sent().find("first") != std::string::npos);
    CHECK(world.sent().find("encoder") == std::string::npos);
    CHECK(world.pictures.shown.at(world.photo().shown) == world.sent());
  }

  TEST_CASE("what is covered is made anew from the whole picture, and only the newest is shown") {
    Studio world;
    world.studio.take(told(photo_with_place()));
    world.studio.cover({{10, 20, 30, 40}});
    // The first is not ready yet: it is waited for, and then dropped.
    CHECK(world.pictures.open.size() == 1);
    world.pictures.answer(made("uncovered"));
    CHECK(world.pictures.shown.empty());
    CHECK(world.photo().is_unready());
    if (!CHECK(world.pictures.open.size() == 1)) return;
    CHECK(world.pictures.open[0].first.covered == CoveredAreas{{10, 20, 30, 40}});
    world.pictures.answer(made("covered"));
    const std::string covered = world.photo().shown;
    CHECK(world.sent().find("\x63overed") != std::string::npos);
    CHECK(world.sent().find("uncovered") == std::string::npos);
    world.studio.cover({});
    CHECK(world.photo().is_unready());
    world.pictures.answer(made("open again"));
    CHECK(world.photo().shown != covered);
    CHECK(world.pictures.shown.size() == 1);
  }

  TEST_CASE("a photo that is taken away is nowhere any more, also when it is answered later") {
    Studio world;
    world.studio.take(told(photo_with_place()));
    world.pictures.answer(made("first"));
    world.studio.cover({{0, 0, 10, 10}});
    world.studio.remove();
    world.pictures.answer(made("late"));
    CHECK(world.pictures.shown.empty());
    CHECK_FALSE(world.photo().is_there);
    CHECK(world.sent().empty());
    CHECK_FALSE(world.photo().taken_at);
  }

  TEST_CASE("what is no photo is refused with its reason, and the one before stays") {
    Studio world;
    world.studio.take(told(photo_with_place()));
    world.pictures.answer(made("first"));
    const auto refused = [&world](const std::string& file) {
      world.studio.take(file);
      return world.photo().problem;
    };
    CHECK(refused(told("")) == PhotoProblem::Empty);
    CHECK(refused(told("hello")) == PhotoProblem::NoPhoto);
    CHECK(refused(told("%PDF-1.7 1 0 obj")) == PhotoProblem::NoPhoto);
    CHECK(refused(told(std::string("\0\0\0\x18", 4) + "ftypheic    ")) == PhotoProblem::Heic);
    CHECK(refused(told("\xff\xd8\xff\xe1")) == PhotoProblem::Broken);
    CHECK(refused(told("x", 31U << 20U)) == PhotoProblem::TooLarge);
    CHECK(refused("f00-1\nimage/jpeg\n12\nIMG_1234.jpg") == PhotoProblem::Unread);
    CHECK(world.photo().is_there);
    CHECK(world.sent().find("first") != std::string::npos);
    CHECK(refused(told(photo_with_place())) == PhotoProblem::None);
  }

  TEST_CASE("a picture the device cannot read, or has no memory for, is none") {
    for (const ErrorKind kind : {ErrorKind::MalformedData, ErrorKind::OutOfMemory}) {
      Studio world;
      world.studio.take(told(photo_with_place()));
      world.pictures.answer(Error{kind, "picture", "", NextStep::None});
      CHECK_FALSE(world.photo().is_there);
      CHECK(world.photo().problem == (kind == ErrorKind::OutOfMemory ? PhotoProblem::NoMemory : PhotoProblem::Broken));
      CHECK(world.changes == 1);
    }
  }

  TEST_CASE("where nothing can change pictures a photo keeps its size, loses its metadata all the same, and cannot be covered") {
    Studio world;
    SUBCASE("as is known before") {
      world.pictures.is_able = false;
      PhotoStudio studio(world.pictures, [] {});
      studio.take(told(photo_with_place()));
      CHECK(world.pictures.open.empty());
      CHECK_FALSE(studio.photo().is_unready());
      CHECK_FALSE(studio.photo().can_be_covered);
      CHECK(studio.photo().bytes->reveal<"a test looks at what is sent">().find("Exif") == std::string::npos);
    }
    SUBCASE("as turns out when it is asked") {
      world.studio.take(told(photo_with_place()));
      world.pictures.answer(Error{ErrorKind::NotSupported, "picture", "", NextStep::None});
      CHECK_FALSE(world.photo().is_unready());
      CHECK_FALSE(world.photo().can_be_covered);
      CHECK(world.sent() == jpeg_with({}));
      world.studio.cover({{0, 0, 10, 10}});
      CHECK(world.photo().areas.empty());
    }
  }

  TEST_CASE("an area is read as it was marked, and lies within the picture") {
    CHECK(parse_area("10 20 30 40") == CoveredArea{10, 20, 30, 40});
    CHECK(parse_area("90 95 30 40") == CoveredArea{70, 60, 30, 40});
    CHECK(parse_area("0 0 0 1") == CoveredArea{0, 0, 2, 2});
    CHECK(area_within(-5, 300, 999, 50) == CoveredArea{0, 50, 100, 50});
    for (const char* text : {"", "10 20 30", "10 20 30 40 50", "a b c d", "10 20 30 -4", "1000 2 3 4"}) CHECK_FALSE(parse_area(text));
  }
}
