// A street, with those of the city offered while one types. Any other street is as good an answer: not everybody has always lived here.
#include "services/apply/question_view.h"

namespace stadttor::services::apply {

using city::Street;
using forms::kNone;
using forms::Place;
using semantics::FieldTraits;
using semantics::key_text;
using semantics::State;

namespace {

constexpr std::size_t kMostOffered = 8;

struct Offer {
  std::string key;    // street and postcode
  std::string label;  // "Münzgasse, 12344 Musterstadt"
  const Street* street = nullptr;
  std::string postcode;
};

std::vector<Offer> offers_for(const city::Streets& streets, const std::string& typed) {
  std::vector<Offer> offers;
  for (const Street* street : city::matching_streets(streets, typed, kMostOffered)) {
    for (const std::string& postcode : street->postcodes) {
      offers.push_back({street->name + " " + postcode, street->name + ", " + postcode + " " + streets.town, street, postcode});
    }
  }
  if (offers.size() > kMostOffered) offers.resize(kMostOffered);
  return offers;
}

// The rest of an address, where the street is part of one: what was chosen named it, and what was typed there already stays.
void complete_address(const QuestionView& view, Place place, const Offer& offer, const std::string& town) {
  const std::uint32_t parent = view.question(place).parent;
  if (parent == kNone || view.application.definition().questions[parent].kind != forms::QuestionKind::Address) return;
  for (const std::uint32_t part : view.application.definition().questions[parent].parts) {
    const Place beside{part, place.instance};
    if (!view.entered(beside).empty()) continue;
    if (view.question(beside).id == "postcode") view.enter(beside, offer.postcode);
    if (view.question(beside).id == "town") view.enter(beside, town);
  }
}

}  // namespace

void show_street_search(const QuestionView& view, Place place) {
  const FieldWords words = words_of_field(view, place);
  const std::string key = field_key(view, place);
  const std::string list_name = key + "-streets";
  OptionSearch& search = view.application.search;
  const std::string typed = view.entered(place);
  const city::Streets* streets = view.application.streets;
  const auto offers = streets != nullptr && search.path == key ? offers_for(*streets, typed) : std::vector<Offer>();
  const bool is_open = !offers.empty();
  const int count = static_cast<int>(offers.size());
  const auto list_key = view.page.key_of(list_name);
  const std::string list_text = key_text(list_key);
  std::string active;
  if (is_open && search.active >= 0 && search.active < count) active = key_text(semantics::child_key(list_key, offers[static_cast<std::size_t>(search.active)].key));
  FieldTraits traits = words.traits();
  traits.states = semantics::joined(traits.states, semantics::when(is_open, State::Expanded));
  traits.autocomplete = view.screen.autocomplete(view.question(place).autocomplete);
  traits.controls = list_text;
  traits.active_option = active;
  const auto field = view.page.combo_box(key, words.label, typed, traits);
  bool has_chosen = false;
  if (is_open) {
    auto list = view.page.list_box(list_name, view.screen.text("form.options"));
    for (int i = 0; i < count; ++i) {
      const Offer& offer = offers[static_cast<std::size_t>(i)];
      if (!view.page.option(offer.key, offer.label, {.states = semantics::when(i == search.active, State::Selected)}).pressed()) continue;
      has_chosen = true;
      view.enter(place, offer.street->name);
      complete_address(view, place, offer, streets->town);
      search = {};
    }
  }
  if (field.focused()) view.application.come_to(place);
  take_focus(view, place, field.key());
  // Whoever chooses and goes on at once also leaves the field, which then tells once more what had been typed.
  if (const std::string* text = field.entered(); text != nullptr && !has_chosen) {
    view.enter(place, *text);
    search = {key, -1};
  }
  if (const int step = (field.moved_next() ? 1 : 0) - (field.moved_previous() ? 1 : 0); step != 0) {
    if (search.path != key) search = {key, -1};
    move_active(search, step, count);
  }
  if ((field.closed() || field.blurred()) && search.path == key) search = {};
}

}  // namespace stadttor::services::apply
