#include "programs/canvas/plain_shapes.h"

#include <GLES3/gl3.h>

namespace stadttor::programs {

namespace {

// Attributes stand where the backend's program for GLSL ES 3.00 has them.
constexpr const char* kVertexShader = R"(#version 300 es
precision highp float;
layout (location = 0) in vec2 Position;
layout (location = 2) in vec4 Color;
uniform vec2 Size;
out vec4 Shade;
void main() {
  Shade = Color;
  gl_Position = vec4(Position.x / Size.x * 2.0 - 1.0, 1.0 - Position.y / Size.y * 2.0, 0.0, 1.0);
})";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
in vec4 Shade;
layout (location = 0) out vec4 Out_Color;
void main() { Out_Color = Shade; })";

void attach(GLuint program, GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  glAttachShader(program, shader);
  glDeleteShader(shader);  // with the program
}

}  // namespace

PlainShapes::~PlainShapes() {
  const auto name = static_cast<GLuint>(texture_);
  if (texture_ != 0) glDeleteTextures(1, &name);
  if (plain_ != 0) glDeleteProgram(plain_);
}

void PlainShapes::open() {
  GLuint name = 0;
  glGenTextures(1, &name);
  texture_ = name;
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  const unsigned char white[4] = {255, 255, 255, 255};
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, 1, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, white);
  make_program();
}

void PlainShapes::make_program() {
  const GLuint program = glCreateProgram();
  attach(program, GL_VERTEX_SHADER, kVertexShader);
  attach(program, GL_FRAGMENT_SHADER, kFragmentShader);
  glLinkProgram(program);
  GLint is_linked = GL_FALSE;
  glGetProgramiv(program, GL_LINK_STATUS, &is_linked);
  if (is_linked != GL_TRUE) return glDeleteProgram(program);
  plain_ = program;
  size_at_ = glGetUniformLocation(program, "Size");
}

void PlainShapes::divide(ImVector<ImDrawCmd>& commands, float width, float height) {
  if (plain_ == 0) return;
  width_ = width;
  height_ = height;
  ImVector<ImDrawCmd> divided;
  divided.reserve(commands.Size * 2);
  bool is_plain = false;
  for (const ImDrawCmd& command : commands) {
    const bool is_shape = command.GetTexID() == texture_;
    if (is_shape != is_plain) {
      ImDrawCmd change;
      change.UserCallback = is_shape ? use_plain : use_backend;
      change.UserCallbackData = this;
      divided.push_back(change);
      is_plain = is_shape;
    }
    divided.push_back(command);
  }
  commands.swap(divided);
}

void PlainShapes::use_plain(const ImDrawList*, const ImDrawCmd* command) {
  auto& shapes = *static_cast<PlainShapes*>(command->UserCallbackData);
  if (shapes.backend_ == 0) {
    GLint program = 0;
    glGetIntegerv(GL_CURRENT_PROGRAM, &program);
    shapes.backend_ = static_cast<GLuint>(program);
  }
  glUseProgram(shapes.plain_);
  glUniform2f(shapes.size_at_, shapes.width_, shapes.height_);
}

void PlainShapes::use_backend(const ImDrawList*, const ImDrawCmd* command) {
  glUseProgram(static_cast<PlainShapes*>(command->UserCallbackData)->backend_);
}

}  // namespace stadttor::programs
