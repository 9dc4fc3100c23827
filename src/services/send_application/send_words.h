// Words for where an application is, and what is in its way.
#pragma once

#include <string>

#include "forms/evaluation.h"
#include "services/screen.h"
#include "services/send_application/case_list.h"

namespace stadttor::services::send_application {

// "Angekommen"
std::string_view progress_words(const Screen& screen, CaseProgress progress);
// What it is, and what to do about it.
std::string_view trouble_words(const Screen& screen, Trouble trouble);
// Beside FIT-Connect's names of events: of an answer, which has a log of its own.
inline constexpr const char* kAnswerArrived = "answer-arrived";

// "Im Amt eingegangen"
std::string event_words(const Screen& screen, const std::string& event);
// "meldung.pdf (1,4 MB) – geht als „anlage-1.pdf“"
std::string words_of_sent_file(const Screen& screen, const forms::SentFile& file);
// The address of one case, or of all where `id` is empty.
city::Address address_of_case(const Screen& screen, const std::string& id);

}  // namespace stadttor::services::send_application
