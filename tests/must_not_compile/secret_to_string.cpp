// expect: conversion from .*Secret.* to non-scalar type|no viable conversion from .*Secret
#include "foundation/personal.h"

std::string text_of(const stadttor::Secret& key) {
  std::string text = key;
  return text;
}
