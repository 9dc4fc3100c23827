// Reads what was typed into one field: the value that rules and the authority see, or what is wrong with it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "forms/answers.h"
#include "forms/definition.h"
#include "forms/field_problem.h"
#include "foundation/calendar.h"
#include "foundation/json.h"

namespace stadttor::forms {

struct EntryReading {
  JsonValue value;  // null where there is none, or where it cannot be read
  std::optional<FieldProblem> problem;
};

// Nothing entered is no problem here: whether it is needed is the evaluation's matter.
EntryReading read_entry(const Question& question, std::string_view entered, const Date& today);
EntryReading read_files(const Question& question, const std::vector<Attachment>& files);

// "1.234,50", "1234.5" or "1 234": as Germans and programs write numbers. Nothing where it is none.
std::optional<double> parse_number(std::string_view entered);

}  // namespace stadttor::forms
