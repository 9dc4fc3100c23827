// What a key of the on-screen keyboard looks like: its letter, or a drawn sign, because not every font has one.
#pragma once

#include <imgui.h>

#include "presentation/imgui/fonts.h"
#include "presentation/imgui/keyboard/keyboard_layout.h"
#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui {

enum class KeyLook : unsigned char { Free, Held };

void paint_key(ImDrawList& list, const KeyCap& cap, const Rect& rect, const FontSet& fonts, const Theme& theme, float rem, KeyLook look);

}  // namespace stadttor::presentation::imgui
