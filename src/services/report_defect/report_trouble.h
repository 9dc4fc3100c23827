// What stands in the way of a report, in the kinds a citizen can be told of (words: "report.trouble.*"). Names are stored: only ever added to.
#pragma once

#include <string>
#include <string_view>

#include "foundation/error.h"
#include "protocols/retry_advice.h"
#include "services/report_defect/report_delivery.h"

namespace stadttor::services::report_defect {

inline constexpr std::string_view kNoNetwork = "no_network";
inline constexpr std::string_view kServerBusy = "server_busy";
inline constexpr std::string_view kUnexpectedAnswer = "unexpected_answer";
inline constexpr std::string_view kQuestionsChanged = "questions_changed";
inline constexpr std::string_view kRefused = "refused";
inline constexpr std::string_view kNotKept = "not_kept";
inline constexpr std::string_view kPhotoUnreadable = "photo_unreadable";

Failure failure_of(const Error& error, const protocols::RetryAdvice& advice);

}  // namespace stadttor::services::report_defect
