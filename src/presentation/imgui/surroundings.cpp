#include "presentation/imgui/surroundings.h"

namespace stadttor::presentation::imgui {

LocalColours page_colours(const Theme& theme) {
  LocalColours colours;
  colours.text = theme.colour(ColourToken::Text);
  colours.muted = theme.colour(ColourToken::MutedText);
  colours.action = theme.colour(ColourToken::Action);
  colours.on_action = theme.colour(ColourToken::OnAction);
  colours.link = theme.colour(ColourToken::Action);
  colours.focus = theme.colour(ColourToken::Focus);
  colours.border = theme.colour(ColourToken::Border);
  colours.decorative_border = theme.colour(ColourToken::DecorativeBorder);
  colours.background = theme.colour(ColourToken::Background);
  colours.layer = theme.colour(ColourToken::LayerSurface);
  colours.input_border = theme.colour(ColourToken::InputBorder);
  return colours;
}

LocalColours colours_on(Colour text, LocalColours otherwise) {
  otherwise.text = text;
  otherwise.muted = text;
  otherwise.action = text;
  otherwise.link = text;
  otherwise.focus = text;
  otherwise.border = text;
  return otherwise;
}

}  // namespace stadttor::presentation::imgui
