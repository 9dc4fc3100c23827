// Result<T>: a value or an Error, for code built without exceptions. An Error is handled once: shown, logged or
// passed up, never two of these.
#pragma once

#include <cstdlib>
#include <utility>
#include <variant>

#include "foundation/error.h"

namespace stadttor {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Precondition: ok(). Anything else is our own bug and stops the program.
  T& value() & { return checked(); }
  const T& value() const& { return const_cast<Result*>(this)->checked(); }
  T&& value() && { return std::move(checked()); }

  // Precondition: !ok().
  const Error& error() const {
    if (ok()) std::abort();
    return *std::get_if<1>(&state_);
  }

 private:
  T& checked() {
    if (!ok()) std::abort();
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

struct Done {};
// A step that yields nothing but may fail: return Done{} or an Error.
using Outcome = Result<Done>;

}  // namespace stadttor

#define STADTTOR_JOIN_(a, b) a##b
#define STADTTOR_JOIN(a, b) STADTTOR_JOIN_(a, b)

// TRY_ASSIGN(auto name, expression): the value, or return the error to the caller. One per line.
#define TRY_ASSIGN(declaration, expression) \
  TRY_ASSIGN_STEP(declaration, expression, STADTTOR_JOIN(try_result_, __LINE__))
#define TRY_ASSIGN_STEP(declaration, expression, name) \
  auto name = (expression);                            \
  if (!name.ok()) return name.error();                 \
  declaration = std::move(name).value()

// TRY(expression): go on, or return the error to the caller.
#define TRY(expression)                                              \
  do {                                                               \
    if (auto try_outcome = (expression); !try_outcome.ok()) return try_outcome.error(); \
  } while (false)
