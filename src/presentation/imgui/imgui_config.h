// What Dear ImGui is built with, here and on the web: no demo, no debug windows, no font of its own, no files, no clock.
// Included by imgui.h; see imgui.cmake.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_TIME_FUNCTIONS

// A page of text is more than 65,535 corners, and WebGL 2 has no base vertex.
#define ImDrawIdx unsigned int
