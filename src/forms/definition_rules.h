// The rules of a form while it is read: compiled, their variables tied to questions, ordered so that each runs after what it reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/form_fault.h"
#include "foundation/json_reader.h"

namespace stadttor::forms {

class DefinitionRules {
 public:
  explicit DefinitionRules(FormReading& reading) : form_(reading.definition), faults_(reading.faults) {}

  // The rule in this member; kNone where there is none or it is a plain value.
  std::uint32_t read(JsonReader place, std::string_view member);

  // Once all questions are known: variables, readers, order.
  void connect();

 private:
  std::uint32_t compile(const JsonValue& source, const std::string& pointer);
  void resolve_variables();
  void connect_rule(std::uint32_t rule, std::uint32_t repeated_in, Reader reader);
  void add_reader(std::uint32_t question, Reader reader);
  void add_below(std::uint32_t question, Reader reader);
  void sort_nodes();
  std::vector<std::vector<std::uint32_t>> followers() const;

  Definition& form_;
  std::vector<FormFault>& faults_;
};

}  // namespace stadttor::forms
