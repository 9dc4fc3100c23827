// Words for what a form asks and what was answered: labels, helps, problems, and answers as one reads them on paper.
#pragma once

#include <string>

#include "forms/evaluation.h"
#include "services/screen.h"

namespace stadttor::services::apply {

// The question's own label or, for parts of addresses and persons, the interface's word for it.
std::string_view label_of(const Screen& screen, const forms::Question& question);
// With "(freiwillig)" where nothing has to be answered: what is optional is the exception.
std::string field_label(const Screen& screen, const forms::Evaluation& evaluation, forms::Place place);
// Help, limits and an example, as one hint.
std::string hint_of(const Screen& screen, const forms::Question& question);
std::string words_of_problem(const Screen& screen, const forms::Question& question, const forms::FieldProblem& problem);
// "Kind 2"
std::string item_title(const Screen& screen, const forms::Question& group, std::uint32_t item);
// "1,4 MB"
std::string size_words(const Screen& screen, std::uint64_t bytes);

// Empty where nothing was answered. Never more than the one who entered it may see.
std::string answer_words(const Screen& screen, const forms::Evaluation& evaluation, forms::Place place);

}  // namespace stadttor::services::apply
