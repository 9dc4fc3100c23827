// What the pages of an application are composed of, each in its own file.
#pragma once

#include "services/apply/form_pages.h"

namespace stadttor::services::apply {

struct FormPage {
  const Screen& screen;
  semantics::Page& page;
  const city::Address& address;
  Application& application;
  KeptValues* kept = nullptr;  // null where there is no vault

  const forms::Definition& definition() const { return application.definition(); }
  semantics::Traits in_form_language(semantics::Appearance look = semantics::Appearance::Plain) const {
    return in_language(screen, definition().language, look);
  }
};

// The service that the form is for; null where the city names none.
const city::ServiceEntry* find_service_of(const Screen& screen, std::string_view form);

city::Address address_of_step(const FormPage& view, std::size_t step);
city::Address address_of(const FormPage& view, city::PageKind page);

// Breadcrumb, form's name above the page's own heading, notice of another language.
void show_form_head(const FormPage& view, std::string_view heading);
// Where what is entered stays, and for what it is asked.
void show_form_promise(const FormPage& view);

// What is wrong on a step, each with the way to its field; nothing where all is well.
void show_error_summary(const FormPage& view, std::size_t step);

enum class AnswerLinks : unsigned char { None, ToChange };
// All answers by steps, in headings of level 2 and 3.
void show_answers(const FormPage& view, AnswerLinks links);

// The button that deletes what was entered, and the question before it; true once that is answered with yes.
bool show_deletion(const FormPage& view);

void show_step(const FormPage& view, std::size_t step, FormAnswer& answer);
// Each is true when the answers are to be deleted.
bool show_check(const FormPage& view);
bool show_copy(const FormPage& view, FormAnswer& answer);

}  // namespace stadttor::services::apply
