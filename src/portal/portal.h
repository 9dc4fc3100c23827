// One visit: takes what the citizen does, asks for packs, and shows pages, until it comes to rest. Draws nothing and
// stores nothing itself.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/clock.h"
#include "portal/front.h"
#include "portal/library.h"
#include "portal/page_content.h"

namespace stadttor::portal {

enum class FirstPage : unsigned char { PreparedInAdvance, Empty };

struct VisitFacts {
  std::string url;                    // path, query and fragment
  std::string data_path;              // "/daten/<version>/"
  std::string fallback_language = "de";
  FirstPage first_page = FirstPage::Empty;
  bool can_read_aloud = false;
  bool is_offline = false;
  services::adjust_view::ViewSettings view;
  std::string usual_presentation = "document";  // or "canvas": where the citizen has not chosen
};

struct PortalPorts {
  platform::HttpClient& http;
  platform::Clock& clock;
  Front& front;
  std::shared_ptr<Desk> desk = make_blank_desk();
};

class Portal {
 public:
  Portal(PortalPorts ports, VisitFacts facts);
  ~Portal();
  Portal(const Portal&) = delete;
  Portal& operator=(const Portal&) = delete;

  // Queues what the citizen did; it is consumed at the next settle.
  void act(semantics::Action action);
  // Goes to an address of the history (back, forward): the scroll position is restored.
  void open_from_history(std::string_view url);
  // Goes to an address as a link does.
  void open(std::string_view url);
  void set_offline(bool is_offline);
  void set_hidden(bool is_hidden);
  void reading_ended();
  // The citizen asked for what is near: places are listed from here on. The position is kept for this visit only.
  void found_position(city::Position position);
  // The drawn presentation stands aside for the document; empty: it doesn't. The reasons: services/adjust_view.
  void presentation_gives_way(std::string reason);
  // The shown document is not as the engine thinks: show everything anew.
  void show_anew();

  // Builds until nothing changes any more, then shows. Does nothing where nothing happened.
  void settle();

  // Nothing is queued and nothing on its way.
  bool is_at_rest() const;
  const semantics::Tree& tree() const { return tree_; }
  const city::Address& address() const { return state_.address; }
  bool has_given_up() const { return has_given_up_; }
  // Words of the interface in the page's language, for what the browser side shows itself; empty before the first page.
  std::string word(std::string_view key) const;

 private:
  enum class Arrival : unsigned char { First, Link, History };
  struct Journey {
    city::Address target;
    Arrival arrival = Arrival::Link;
  };

  void wake();
  void travel();
  void arrive(const PageContent& content);
  void leave_for_the_desk();
  void take_over_first_page(const PageContent& content);
  PageAnswer build(const semantics::ActionQueue& actions);
  void answer_to(const PageAnswer& answer);
  void answer_to_form(const services::apply::FormAnswer& answer);
  void follow_links(const semantics::ActionQueue& actions);
  void update_search();
  void update_suggestions();
  void read_aloud();
  services::Screen screen(const city::Catalogue& city) const;
  const platform::Locale& locale(const std::string& language) const;

  PortalPorts ports_;
  VisitFacts facts_;
  Library library_;
  mutable std::string locale_language_;
  mutable std::unique_ptr<platform::Locale> locale_;

  PageState state_;
  std::optional<Journey> journey_;
  semantics::ActionQueue queued_;
  std::vector<Effect> effects_;
  semantics::Tree tree_;
  bool has_arrived_ = false;  // the first page is shown
  bool has_given_up_ = false;
  bool needs_build_ = false;
  bool wants_index_ = false;
  bool suggestions_are_stale_ = false;
  bool is_reading_aloud_ = false;
  bool asks_before_leaving_ = false;
};

}  // namespace stadttor::portal
