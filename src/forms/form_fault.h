// What is wrong with a form's description, so that `stadttor check` can say it in its own words and the client refuse it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/definition.h"

namespace stadttor::forms {

enum class FormFaultKind : unsigned char {
  UnknownKind,       // subject: the kind
  RepeatedId,        // the id
  UnknownAnswer,     // the variable that names no question
  AnswerOfOneAmongMany,  // the variable inside a repeated group, read from outside
  ComputedName,      // the rule computes which answer it reads
  BrokenRule,        // what JsonLogic says against it
  DependsOnItself,   // the ids in the circle
  NestedRepetition,  // the inner group
  BrokenDateLimit,   // what is written
  BrokenPattern,     // what is wrong with it
  NothingToChoose,   // the question
  EmptyGroup,        // the group or step
  UnknownStep,       // the step an advice names
  BrokenSchema,      // what is wrong with it
};

struct FormFault {
  FormFaultKind kind;
  std::string pointer;  // RFC 6901
  std::string subject;
};

struct FormReading {
  Definition definition;
  std::vector<FormFault> faults;
};

// Fails only where the text is no JSON or has values of the wrong type.
Result<FormReading> read_form(std::string_view json, std::string where);

}  // namespace stadttor::forms
