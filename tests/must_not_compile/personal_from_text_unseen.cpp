// expect: conversion from .* to non-scalar type|no viable conversion from
#include "foundation/personal.h"

stadttor::Personal<std::string> name_from(std::string text) {
  stadttor::Personal<std::string> name = text;
  return name;
}
