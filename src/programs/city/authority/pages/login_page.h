// The page on which a clerk logs in.
#pragma once

#include "programs/city/authority/pages/inbox_page.h"

namespace stadttor::city_server::authority {

// Of the demo city, whose password everybody may know.
struct DemoAccount {
  std::string name;
  std::string password;
};

struct LoginPage {
  std::string name;          // as it was entered
  std::string problem;       // what is wrong, in a sentence
  int status = 200;
  const DemoAccount* demo = nullptr;  // null: not the demo
};

Answer login_answer(const InboxPage& view, const LoginPage& login);

}  // namespace stadttor::city_server::authority
