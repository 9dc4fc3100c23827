#include "presentation/document/appearance_classes.h"

namespace stadttor::presentation::document {

using semantics::Appearance;

std::string_view box_classes(Appearance look) {
  switch (look) {
    case Appearance::Plain: return {};
    case Appearance::TopBar: return "st-topbar";
    case Appearance::Header: return "st-header__inner";
    case Appearance::HeaderRow: return "st-header__row";
    case Appearance::Brand: return "st-brand";
    case Appearance::Tools: return "st-tools";
    case Appearance::MainMenu: return "st-menu";
    case Appearance::SkipLink: return "st-skip";
    case Appearance::Container: return "st-container";
    case Appearance::Footer: return "st-footer__inner";
    case Appearance::FooterColumns: return "st-footer__columns";
    case Appearance::Breadcrumb: return "st-breadcrumb";
    case Appearance::Hero: return "st-hero";
    case Appearance::Band: return "st-band";
    case Appearance::Stack: return "st-stack";
    case Appearance::Cluster: return "st-cluster";
    case Appearance::CardGrid: return "st-card-grid";
    case Appearance::Split: return "st-split";
    case Appearance::SideBox: return "st-side";
    case Appearance::Toolbar: return "st-toolbar st-needs-engine";
    case Appearance::Card: return "kern-card st-card";
    case Appearance::CardBody: return "kern-card__container";
    case Appearance::TileList: return "st-tiles";
    case Appearance::LinkList: return "st-link-list";
    case Appearance::ResultList: return "st-results";
    case Appearance::Alphabet: return "st-alphabet";
    case Appearance::Steps: return "st-steps";
    case Appearance::Checklist: return "st-checklist";
    case Appearance::Facts: return "st-facts";
    case Appearance::Agenda: return "st-agenda";
    case Appearance::Hours: return "st-hours";
    case Appearance::Figures: return "st-figures";
    case Appearance::WithoutEngine: return "st-without-engine";
    case Appearance::SignatureLines: return "st-signature";
    case Appearance::OpenState: return "st-open-state";
    case Appearance::Preview: return "st-preview";
    case Appearance::Photo: return "st-photo";
    case Appearance::Markable: return "st-photo st-photo--markable";
    case Appearance::SearchForm: return "st-search";
    case Appearance::Suggestions: return "st-suggestions";
    case Appearance::Filter: return "st-filter st-needs-engine";
    case Appearance::VisuallyHidden: return "kern-sr-only";
    case Appearance::Info: return "kern-alert kern-alert--info";
    case Appearance::Success: return "kern-alert kern-alert--success";
    case Appearance::Warning: return "kern-alert kern-alert--warning";
    case Appearance::Danger: return "kern-alert kern-alert--danger";
    case Appearance::Badge: return "kern-badge kern-badge--info";
    case Appearance::Crest: return "st-crest";
    case Appearance::Illustration: return "st-illustration";
    case Appearance::Small: return "st-small";
    case Appearance::Muted: return "st-muted";
    case Appearance::Large: return "st-large";
    case Appearance::Lead:
    case Appearance::Bold:
    case Appearance::Eyebrow:
    case Appearance::Primary:
    case Appearance::Secondary:
    case Appearance::Tertiary:
    case Appearance::LinkArrow: return {};
  }
  return {};
}

std::string_view text_classes(Appearance look) {
  switch (look) {
    case Appearance::Lead: return "kern-body kern-body--large";
    case Appearance::Small: return "kern-body kern-body--small";
    case Appearance::Muted: return "kern-body kern-body--muted";
    case Appearance::Bold: return "kern-body kern-body--bold";
    case Appearance::Eyebrow: return "kern-preline";
    case Appearance::VisuallyHidden: return "kern-sr-only";
    case Appearance::Info: return "kern-badge kern-badge--info";
    case Appearance::Success: return "kern-badge kern-badge--success";
    case Appearance::Warning: return "kern-badge kern-badge--warning";
    case Appearance::Danger: return "kern-badge kern-badge--danger";
    case Appearance::Badge: return "kern-badge st-badge";
    case Appearance::Brand: return "st-brand__name";
    case Appearance::Large: return "st-large";
    default: return "kern-body";
  }
}

std::string_view link_classes(Appearance look) {
  switch (look) {
    case Appearance::Primary: return "kern-btn kern-btn--primary";
    case Appearance::Secondary: return "kern-btn kern-btn--secondary";
    case Appearance::Tertiary: return "kern-btn kern-btn--tertiary";
    case Appearance::Brand: return "st-brand";
    case Appearance::SkipLink: return "st-skip";
    case Appearance::MainMenu: return "st-menu__link";
    case Appearance::Card: return "kern-link kern-link--stretched st-card__link";
    case Appearance::TileList: return "st-tile";
    case Appearance::Alphabet: return "st-letter";
    case Appearance::LinkArrow: return "kern-link st-link-arrow";
    case Appearance::Tools: return "st-tool";
    default: return "kern-link";
  }
}

std::string_view button_classes(Appearance look) {
  switch (look) {
    case Appearance::Primary: return "kern-btn kern-btn--primary";
    case Appearance::Tertiary: return "kern-btn kern-btn--tertiary";
    case Appearance::Small: return "kern-btn kern-btn--x-small kern-btn--tertiary";
    case Appearance::Tools: return "st-tool";
    case Appearance::MainMenu: return "st-menu__toggle";
    default: return "kern-btn kern-btn--secondary";
  }
}

std::string_view heading_classes(Appearance look, int level) {
  if (look == Appearance::VisuallyHidden) return "kern-sr-only";
  if (look == Appearance::Large) return "kern-heading-display";
  if (look == Appearance::Small) return "kern-title";
  switch (level) {
    case 1: return "kern-heading-x-large";
    case 2: return "kern-heading-large";
    case 3: return "kern-heading-medium";
    default: return "kern-heading-small";
  }
}

}  // namespace stadttor::presentation::document
