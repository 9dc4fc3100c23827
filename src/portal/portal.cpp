#include "portal/portal.h"

#include "portal/prepared_page.h"
#include "portal/search_answers.h"
#include "portal/spoken_text.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using semantics::Action;
using semantics::ActionKind;
using services::find_service::SearchProgress;

Portal::Portal(PortalPorts ports, VisitFacts facts)
    : ports_(ports), facts_(std::move(facts)), library_(ports.http, facts_.data_path, [this] { wake(); }) {
  state_.view = facts_.view;
  state_.presentation.usual = facts_.usual_presentation;
  state_.is_offline = facts_.is_offline;
  state_.desk = ports_.desk;
  if (state_.desk != nullptr) {
    state_.desk->when_changed([this] { wake(); });
    state_.desk->set_offline(facts_.is_offline);
  }
  journey_ = Journey{city::parse_address(facts_.url, facts_.fallback_language), Arrival::First};
  wake();
}

// The desk may outlive the visit with something still under way.
Portal::~Portal() {
  if (state_.desk != nullptr) state_.desk->when_changed({});
}

void Portal::wake() {
  needs_build_ = true;
  ports_.front.request_frame();
}

void Portal::act(Action action) {
  queued_.push_back(std::move(action));
  if (state_.desk != nullptr) state_.desk->note_use();
  wake();
}

void Portal::open_from_history(std::string_view url) {
  journey_ = Journey{city::parse_address(url, facts_.fallback_language), Arrival::History};
  wake();
}

void Portal::open(std::string_view url) {
  journey_ = Journey{city::parse_address(url, facts_.fallback_language), Arrival::Link};
  wake();
}

void Portal::set_offline(bool is_offline) {
  if (state_.is_offline == is_offline) return;
  state_.is_offline = is_offline;
  if (!is_offline) library_.forget_failures();
  if (state_.desk != nullptr) state_.desk->set_offline(is_offline);
  wake();
}

void Portal::set_hidden(bool is_hidden) {
  if (state_.desk != nullptr) state_.desk->set_hidden(is_hidden);
}

void Portal::reading_ended() {
  is_reading_aloud_ = false;
  wake();
}

void Portal::found_position(city::Position position) {
  state_.map.set_here(position);
  wake();
}

void Portal::presentation_gives_way(std::string reason) {
  if (state_.presentation.gives_way == reason) return;
  state_.presentation.gives_way = std::move(reason);
  wake();
}

void Portal::show_anew() { wake(); }

bool Portal::is_at_rest() const { return !needs_build_ && queued_.empty() && !journey_; }

std::string Portal::word(std::string_view key) const {
  const city::Catalogue* city = library_.find_catalogue(state_.address.language);
  return city == nullptr ? std::string() : std::string(city->texts(key));
}

const platform::Locale& Portal::locale(const std::string& language) const {
  if (!locale_ || locale_language_ != language) {
    locale_ = platform::make_locale(language);
    locale_language_ = language;
  }
  return *locale_;
}

services::Screen Portal::screen(const city::Catalogue& city) const {
  const platform::Locale& words = locale(city.language);
  return {city, words, words.local_time(ports_.clock.now(), city.city.time_zone), facts_.can_read_aloud, is_reading_aloud_,
          facts_.data_path, state_.desk != nullptr && state_.desk->is_shared_computer()};
}

void Portal::settle() {
  if (has_given_up_ || (!needs_build_ && queued_.empty())) return;
  // A build may change what the next one shows; a page that never comes to rest is our own bug.
  constexpr int kBuildLimit = 10;
  for (int build_number = 0; build_number < kBuildLimit && (needs_build_ || !queued_.empty()); ++build_number) {
    needs_build_ = false;
    travel();
    if (!has_arrived_) return;
    const semantics::ActionQueue actions = std::exchange(queued_, {});
    follow_links(actions);
    answer_to(build(actions));
    // What the page answered is seen by the next build.
    if (!actions.empty()) needs_build_ = true;
  }
  ports_.front.show(tree_, std::exchange(effects_, {}));
}

void Portal::travel() {
  // What was done before the way back belongs to the page that is still shown: nothing entered is lost.
  if (!journey_ || (has_arrived_ && !queued_.empty())) return;
  if (city::is_desk_page(journey_->target.page) && !has_desk_pages()) return leave_for_the_desk();
  const PageContent content = content_of(library_, journey_->target);
  if (content.is_loading) {
    state_.is_waiting = has_arrived_;
    return;
  }
  arrive(content);
}

void Portal::leave_for_the_desk() {
  const Journey journey = *std::exchange(journey_, {});
  if (has_arrived_) {
    effects_.push_back({EffectKind::OpenUrl, city::path_of(journey.target)});
    return;
  }
  has_given_up_ = true;
  ports_.front.give_up("this page belongs to the engine with a desk");
}

void Portal::arrive(const PageContent& content) {
  const Journey journey = *std::exchange(journey_, {});
  state_.is_waiting = false;
  if (journey.arrival == Arrival::First) {
    state_.address = journey.target;
    const bool page_is_incomplete = content.city == nullptr || (content.has_failed && content.whats_on == nullptr &&
                                                                journey.target.page != PageKind::Start &&
                                                                journey.target.page != PageKind::WhatsOn);
    if (page_is_incomplete && facts_.first_page == FirstPage::PreparedInAdvance) {
      // The page as it was written in advance says more than we could show: leave it to the browser.
      has_given_up_ = true;
      return ports_.front.give_up("the packs of this page could not be loaded; it stays as it was delivered");
    }
    if (content.city == nullptr) {
      has_given_up_ = true;
      return ports_.front.give_up("the city's catalogue could not be loaded");
    }
    take_over_first_page(content);
    has_arrived_ = true;
  } else if (content.city == nullptr || (content.is_gone && journey.arrival == Arrival::Link)) {
    // A catalogue that cannot be had, or packs that were replaced during the visit: the browser's own way there leads
    // to the page as it is now.
    effects_.push_back({EffectKind::OpenUrl, city::path_of(journey.target)});
    return;
  } else {
    const bool is_other_language_only = journey.target.language != state_.address.language &&
                                        journey.target.page == state_.address.page && journey.target.id == state_.address.id &&
                                        journey.target.step == state_.address.step;
    const bool is_same_page = journey.target == state_.address;
    state_.address = journey.target;
    if (journey.arrival == Arrival::Link) effects_.push_back({EffectKind::PushUrl, city::path_of(journey.target)});
    if (is_reading_aloud_) effects_.push_back({EffectKind::StopSpeaking});
    is_reading_aloud_ = false;
    // The focus first: what is scrolled to afterwards stays in view.
    if (!is_other_language_only && !is_same_page) effects_.push_back({EffectKind::Focus, "heading"});
    if (journey.arrival == Arrival::History) {
      effects_.push_back({EffectKind::RestoreScroll});
    } else if (!journey.target.anchor.empty()) {
      effects_.push_back({EffectKind::ScrollTo, journey.target.anchor});
    } else if (!is_other_language_only) {
      effects_.push_back({EffectKind::ScrollToTop});
    }
  }
  if (state_.address.page == PageKind::Search) {
    state_.search.typed = state_.address.query;
  } else if (journey.arrival != Arrival::First) {
    state_.search.typed.clear();
  }
  state_.search.is_open = false;
  state_.search.suggestions.clear();
  state_.results = {};
  if (state_.address.page == PageKind::Search) state_.results.query = state_.address.query;
  needs_build_ = true;
}

void Portal::take_over_first_page(const PageContent& content) {
  if (facts_.first_page != FirstPage::PreparedInAdvance || content.has_failed) return;
  prepare_page(content, state_.address, locale(content.city->language), tree_);
  ports_.front.take_over(tree_);
}

PageAnswer Portal::build(const semantics::ActionQueue& actions) {
  PageContent content = content_of(library_, state_.address);
  if (content.city == nullptr) return {};
  if (state_.desk != nullptr) offer_further_packs(library_, state_.address, state_.desk->further_packs(state_.address), content);
  update_search();
  update_suggestions();
  const services::Screen seen = screen(*content.city);
  PageState shown = std::move(state_);
  const Address address = shown.address;
  shown.address = existing_address(content, address);
  PageAnswer answer;
  {
    semantics::Page page(tree_, actions);
    answer = show_portal_page(seen, page, content, shown);
    if (page.wanted_focus() != semantics::NodeKey{}) effects_.push_back({EffectKind::Focus, {}, {}, page.wanted_focus()});
  }
  state_ = std::move(shown);
  state_.address = address;
  for (Effect& effect : effects_) {
    if (effect.kind == EffectKind::Focus && effect.text == "heading") effect.key = main_heading_key(tree_);
  }
  return answer;
}

void Portal::answer_to(const PageAnswer& answer) {
  if (answer.search.was_focused || answer.search.typed_changed) wants_index_ = true;
  if (answer.search.typed_changed) suggestions_are_stale_ = true;
  if (answer.search.path) {
    open(*answer.search.path);
  } else if (answer.search.query) {
    Address results;
    results.language = state_.address.language;
    results.page = PageKind::Search;
    results.query = *answer.search.query;
    open(city::path_of(results));
  }
  if (answer.toolbar.read_aloud) read_aloud();
  if (answer.toolbar.stop_reading) {
    effects_.push_back({EffectKind::StopSpeaking});
    is_reading_aloud_ = false;
  }
  if (answer.toolbar.print) effects_.push_back({EffectKind::Print});
  if (!answer.view.changed.empty()) {
    services::adjust_view::ViewSettings& view = state_.view;
    const auto& [name, value] = std::tie(answer.view.changed, answer.view.value);
    if (name == "text-size") view.text_size = value;
    if (name == "contrast") view.contrast = value;
    if (name == "theme") view.theme = value;
    if (name == "motion") view.motion = value;
    if (name == "presentation") view.presentation = value;
    effects_.push_back({EffectKind::SetView, name, value});
  }
  if (answer.view.forget) {
    state_.view = {};
    effects_.push_back({EffectKind::ForgetView});
  }
  answer_to_form(answer.form);
  if (answer.try_again) {
    library_.forget_failures();
    needs_build_ = true;
  }
}

void Portal::answer_to_form(const services::apply::FormAnswer& answer) {
  if (answer.instead) {
    state_.address = *answer.instead;
    effects_.push_back({EffectKind::ReplaceUrl, city::path_of(state_.address)});
    needs_build_ = true;
  }
  if (answer.next) open(city::path_of(*answer.next));
  if (answer.print) effects_.push_back({EffectKind::Print});
  if (answer.copy) effects_.push_back({EffectKind::SaveFile, answer.copy->file_name, answer.copy->content.reveal<"saved by the citizen on their own device">()});
  const bool holds_answers = state_.desk != nullptr && state_.desk->holds_unkept_answers();
  if (holds_answers == asks_before_leaving_) return;
  asks_before_leaving_ = holds_answers;
  effects_.push_back({holds_answers ? EffectKind::AskBeforeLeaving : EffectKind::StopAskingBeforeLeaving});
}

void Portal::follow_links(const semantics::ActionQueue& actions) {
  for (const Action& action : actions) {
    if (action.kind != ActionKind::Press) continue;
    const semantics::NodeIndex index = tree_.find(action.key);
    if (index == semantics::kNoNode) continue;
    const std::string_view href = tree_.property_of(tree_.node(index), semantics::Property::Href);
    if (href.size() > 1 && href[0] == '/') open(href);
  }
}

void Portal::update_search() {
  services::find_service::SearchResults& results = state_.results;
  if (results.query.empty() || results.progress == SearchProgress::Answered) return;
  const auto& slot = library_.search_index(state_.address.language);
  const city::Catalogue* city = library_.find_catalogue(state_.address.language);
  if (slot.state == PackState::Failed) results.progress = SearchProgress::Unavailable;
  if (slot.state == PackState::Loading) results.progress = SearchProgress::Loading;
  if (slot.get() == nullptr || city == nullptr) return;
  results.found = found_for_query(*slot.get(), *city, results.query);
  results.progress = SearchProgress::Answered;
}

void Portal::update_suggestions() {
  if (!wants_index_ && !suggestions_are_stale_) return;
  const auto& slot = library_.search_index(state_.address.language);
  if (slot.get() == nullptr || !suggestions_are_stale_) return;
  suggestions_are_stale_ = false;
  services::find_service::SearchBoxState& box = state_.search;
  const std::size_t count_before = box.suggestions.size();
  services::find_service::offer_suggestions(box, suggestions_for(*slot.get(), state_.address.language, box.typed));
  // Said once, not at every letter.
  if (box.suggestions.size() == count_before) return;
  if (const city::Catalogue* city = library_.find_catalogue(state_.address.language); city != nullptr && box.is_open) {
    const auto count = static_cast<long>(box.suggestions.size());
    effects_.push_back({EffectKind::Announce, city->texts.counted("search.suggestion_count", count, locale(city->language))});
  }
}

void Portal::read_aloud() {
  is_reading_aloud_ = true;
  effects_.push_back({EffectKind::Speak, spoken_text(tree_), tree_.language});
}

}  // namespace stadttor::portal
