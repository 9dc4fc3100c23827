// expect: conversion from .*Personal.* to non-scalar type|no viable conversion from .*Personal
#include "foundation/personal.h"

std::string text_of(const stadttor::Personal<std::string>& name) {
  std::string text = name;
  return text;
}
