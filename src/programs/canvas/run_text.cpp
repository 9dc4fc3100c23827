#include "programs/canvas/run_text.h"

#include <GLES3/gl3.h>
#include <emscripten.h>

#include <algorithm>
#include <cmath>

EM_JS(double, stadttor_canvas_measure, (const char* text, int length, double size, int isBold), {
  return Module['host'].measureRun(text, length, size, isBold !== 0);
});
EM_JS(void, stadttor_canvas_write, (int columns, int rows, double ratio, const char* text, int length, double size, int isBold, unsigned colour, unsigned halo), {
  Module['host'].writeRun(columns, rows, ratio, text, length, size, isBold !== 0, colour, halo);
});
// Straight from the browser's canvas into the bound texture: what is read back from a canvas may be falsified on purpose.
EM_JS(void, stadttor_canvas_upload, (int x, int y), {
  GLctx.texSubImage2D(GLctx.TEXTURE_2D, 0, x, y, GLctx.RGBA, GLctx.UNSIGNED_BYTE, Module['host'].runCanvas());
});

namespace stadttor::programs {

using presentation::imgui::InkText;
using presentation::imgui::TextWeight;

namespace {

constexpr float kRoomForHalo = 3;    // CSS pixels on each side
constexpr float kLineHeight = 1.35F;
// A chart has few words, a map with dense pixels many.
constexpr int kFirstSide = 512;
constexpr int kLargestSide = 2048;
constexpr std::size_t kMostRuns = 4000;

}  // namespace

RunText::~RunText() {
  const auto name = static_cast<GLuint>(texture_);
  if (texture_ != 0) glDeleteTextures(1, &name);
}

void RunText::prepare(float ratio) {
  if (texture_ != 0 && ratio == ratio_) return;
  ratio_ = ratio;
  if (texture_ == 0) make_texture(kFirstSide);
  forget();
}

void RunText::make_texture(int side) {
  auto name = static_cast<GLuint>(texture_);
  if (texture_ == 0) glGenTextures(1, &name);
  texture_ = name;
  side_ = side;
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, side, side, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
}

void RunText::begin_frame() {
  was_emptied_in_vain_ = is_full_ && side_ == kLargestSide;
  if (is_full_ && side_ < kLargestSide) make_texture(side_ * 2);
  if (is_full_ || runs_.size() > kMostRuns) forget();
}

void RunText::forget() {
  runs_.clear();
  shelf_x_ = 0;
  shelf_y_ = 0;
  shelf_rows_ = 0;
  is_full_ = false;
}

RunText::Run& RunText::run_of(const InkText& style, std::string_view text) {
  key_.assign(text);
  for (const std::uint32_t part : {static_cast<std::uint32_t>(std::lround(style.size * 16)), static_cast<std::uint32_t>(style.weight), style.colour, style.halo}) {
    key_.append(reinterpret_cast<const char*>(&part), sizeof part);
  }
  const auto found = runs_.find(key_);
  if (found != runs_.end()) return found->second;
  Run run{};
  run.width = static_cast<float>(stadttor_canvas_measure(text.data(), static_cast<int>(text.size()), static_cast<double>(style.size), style.weight == TextWeight::Bold));
  run.columns = static_cast<int>(std::ceil((run.width + 2 * kRoomForHalo) * ratio_));
  run.rows = static_cast<int>(std::ceil((style.size * kLineHeight + 2 * kRoomForHalo) * ratio_));
  return runs_.emplace(key_, run).first->second;
}

bool RunText::find_room(Run& run) {
  if (run.columns > side_) {
    is_full_ = is_full_ || side_ < kLargestSide;
    return false;
  }
  if (shelf_x_ + run.columns > side_) {
    shelf_y_ += shelf_rows_ + 1;
    shelf_x_ = 0;
    shelf_rows_ = 0;
  }
  if (shelf_y_ + run.rows > side_) {
    is_full_ = true;
    return false;
  }
  run.x = shelf_x_;
  run.y = shelf_y_;
  shelf_x_ += run.columns + 1;
  shelf_rows_ = std::max(shelf_rows_, run.rows);
  return true;
}

ImVec2 RunText::size_of(const InkText& style, std::string_view text) { return {run_of(style, text).width, style.size}; }

void RunText::write(ImDrawList& list, const InkText& style, ImVec2 middle, std::string_view text, float turned) {
  Run& run = run_of(style, text);
  if (!run.is_written) {
    if (is_full_ || !find_room(run)) return;
    stadttor_canvas_write(run.columns, run.rows, static_cast<double>(ratio_), text.data(), static_cast<int>(text.size()), static_cast<double>(style.size),
                          style.weight == TextWeight::Bold, style.colour, style.halo);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture_));
    stadttor_canvas_upload(run.x, run.y);
    run.is_written = true;
  }
  const float half_width = static_cast<float>(run.columns) / ratio_ / 2;
  const float half_height = static_cast<float>(run.rows) / ratio_ / 2;
  // Upright words stand on whole pixels of the device, or they would be blurred.
  if (turned == 0) {
    middle = {std::round((middle.x - half_width) * ratio_) / ratio_ + half_width, std::round((middle.y - half_height) * ratio_) / ratio_ + half_height};
  }
  const float c = std::cos(turned);
  const float s = std::sin(turned);
  const auto corner = [&](float x, float y) { return ImVec2(middle.x + x * c - y * s, middle.y + x * s + y * c); };
  const auto side = static_cast<float>(side_);
  const float left = static_cast<float>(run.x) / side;
  const float top = static_cast<float>(run.y) / side;
  const float right = static_cast<float>(run.x + run.columns) / side;
  const float bottom = static_cast<float>(run.y + run.rows) / side;
  list.AddImageQuad(texture_, corner(-half_width, -half_height), corner(half_width, -half_height), corner(half_width, half_height),
                    corner(-half_width, half_height), {left, top}, {right, top}, {right, bottom}, {left, bottom});
}

}  // namespace stadttor::programs
