#include "programs/drawing/font_files.h"

#include <fstream>
#include <sstream>

namespace stadttor::drawing {

namespace {

constexpr const char* kFolder = "/usr/share/fonts/truetype/noto/";

std::string bytes_of(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(kFolder + name, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

Result<presentation::imgui::FontFiles> read_font_files() {
  presentation::imgui::FontFiles files;
  files.regular = bytes_of("NotoSans-Regular.ttf");
  files.bold = bytes_of("NotoSans-Bold.ttf");
  files.italic = bytes_of("NotoSans-Italic.ttf");
  files.bold_italic = bytes_of("NotoSans-BoldItalic.ttf");
  files.arabic_regular = bytes_of("NotoSansArabic-Regular.ttf");
  files.arabic_bold = bytes_of("NotoSansArabic-Bold.ttf");
  if (files.regular.empty()) {
    return Error{ErrorKind::NotFound, std::string(kFolder) + "NotoSans-Regular.ttf", "install the package fonts-noto-core", NextStep::CorrectInput};
  }
  return files;
}

}  // namespace stadttor::drawing
