// Fills in a form in tests: by paths, with what is entered and seen as plain text.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "forms/evaluation.h"

namespace stadttor::testing {

class FormVisit {
 public:
  // Of a form that can be read; today is 25 November 2026.
  explicit FormVisit(const std::string& json, forms::Answers answers = {}) {
    auto read = forms::read_definition(json, "form");
    if (!CHECK_MESSAGE(read.ok(), (read.ok() ? "" : text_from_error(read.error())))) std::abort();
    definition_ = std::make_unique<forms::Definition>(std::move(read).value());
    evaluation_ = std::make_unique<forms::Evaluation>(*definition_, Date{2026, 11, 25}, std::move(answers));
  }

  FormVisit& enter(const std::string& path, const std::string& text) {
    evaluation_->enter(place(path), Personal<std::string>(text));
    return *this;
  }
  FormVisit& attach(const std::string& path, forms::Attachment file) {
    evaluation_->attach(place(path), std::move(file));
    return *this;
  }
  FormVisit& detach(const std::string& path, const std::string& id) {
    evaluation_->detach(place(path), id);
    return *this;
  }
  FormVisit& add(const std::string& group) {
    evaluation_->add_item(definition_->find_question(group));
    return *this;
  }
  FormVisit& remove(const std::string& group, std::uint32_t index) {
    evaluation_->remove_item(definition_->find_question(group), index);
    return *this;
  }

  bool is_visible(const std::string& path) const { return evaluation_->is_visible(place(path)); }
  std::string entered(const std::string& path) const { return evaluation_->entered(place(path)).reveal<"compared in a test">(); }
  std::string value_of(const std::string& path) const { return text_from_json(evaluation_->value(place(path)).reveal<"compared in a test">()); }
  // The key, or the form's own words; empty where nothing is wrong.
  std::string problem_of(const std::string& path) const {
    const auto problem = evaluation_->problem(place(path));
    if (!problem) return {};
    return problem->key == forms::kOwnWords ? problem->words : std::string(problem->key);
  }
  std::string sent() const { return text_from_json(evaluation_->submission().reveal<"compared in a test">()); }
  const forms::Evaluation& evaluation() const { return *evaluation_; }

 private:
  forms::Place place(const std::string& path) const {
    const auto found = definition_->find_place(path);
    return found ? *found : forms::Place{forms::kNone, 0};
  }

  std::unique_ptr<forms::Definition> definition_;
  std::unique_ptr<forms::Evaluation> evaluation_;
};

}  // namespace stadttor::testing
