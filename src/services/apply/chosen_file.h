// A file on its way from the citizen's hand into the application: looked at, cleaned, and attached or refused. Showing it is the question's.
#pragma once

#include <string_view>
#include <vector>

#include "attachments/clean_file.h"
#include "services/apply/application.h"
#include "services/screen.h"

namespace stadttor::services::apply {

// `told` as told_file.h has it. What is wrong is in application.refused_file.
void take_chosen_file(Application& application, forms::Place place, std::string_view told);

// What was taken out of a file, in words: "Ort und Kameradaten"; none where nothing was.
std::vector<std::string_view> words_of_removed(const Screen& screen, attachments::RemovedKinds removed);

}  // namespace stadttor::services::apply
