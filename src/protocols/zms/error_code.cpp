#include "protocols/zms/error_code.h"

#include <algorithm>

namespace stadttor::protocols::zms {

namespace {

struct Known {
  std::string_view name;
  ErrorCode code;
  Step step;
};

// In the order of the enumeration; three are written in capitals by the server.
constexpr Known kKnown[] = {
    {"zmsClientCommunicationError", ErrorCode::ZmsClientCommunicationError, Step::TryLater},
    {"notImplemented", ErrorCode::NotImplemented, Step::ContactOffice},
    {"notFound", ErrorCode::NotFound, Step::ContactOffice},
    {"invalidRequest", ErrorCode::InvalidRequest, Step::ContactOffice},
    {"requestMethodNotAllowed", ErrorCode::RequestMethodNotAllowed, Step::ContactOffice},
    {"captchaVerificationFailed", ErrorCode::CaptchaVerificationFailed, Step::ProveAgain},
    {"invalidLocationAndServiceCombination", ErrorCode::InvalidLocationAndServiceCombination, Step::ChooseOffice},
    {"invalidStartDate", ErrorCode::InvalidStartDate, Step::ContactOffice},
    {"invalidEndDate", ErrorCode::InvalidEndDate, Step::ContactOffice},
    {"invalidSlotsStartDate", ErrorCode::InvalidSlotsStartDate, Step::ContactOffice},
    {"invalidSlotsEndDate", ErrorCode::InvalidSlotsEndDate, Step::ContactOffice},
    {"slotsStartDateAfterEndDate", ErrorCode::SlotsStartDateAfterEndDate, Step::ContactOffice},
    {"invalidOfficeId", ErrorCode::InvalidOfficeId, Step::ContactOffice},
    {"invalidServiceId", ErrorCode::InvalidServiceId, Step::ContactOffice},
    {"EMPTY_SERVICE_ARRAYS", ErrorCode::EmptyServiceArrays, Step::ContactOffice},
    {"MISMATCHED_ARRAYS", ErrorCode::MismatchedArrays, Step::ContactOffice},
    {"invalidServiceCount", ErrorCode::InvalidServiceCount, Step::ChooseFewer},
    {"invalidProcessId", ErrorCode::InvalidProcessId, Step::CheckAccess},
    {"invalidScopeId", ErrorCode::InvalidScopeId, Step::ContactOffice},
    {"invalidAuthKey", ErrorCode::InvalidAuthKey, Step::CheckAccess},
    {"invalidDate", ErrorCode::InvalidDate, Step::ContactOffice},
    {"invalidTimestamp", ErrorCode::InvalidTimestamp, Step::ContactOffice},
    {"invalidFamilyName", ErrorCode::InvalidFamilyName, Step::CorrectDetails},
    {"invalidEmail", ErrorCode::InvalidEmail, Step::CorrectDetails},
    {"invalidTelephone", ErrorCode::InvalidTelephone, Step::CorrectDetails},
    {"invalidCustomTextfield", ErrorCode::InvalidCustomTextfield, Step::CorrectDetails},
    {"invalidCustomTextfield2", ErrorCode::InvalidCustomTextfield2, Step::CorrectDetails},
    {"appointmentCanNotBeCanceled", ErrorCode::AppointmentCanNotBeCanceled, Step::LookAgain},
    {"appointmentNotAvailable", ErrorCode::AppointmentNotAvailable, Step::ChooseAnother},
    {"noAppointmentForThisDay", ErrorCode::NoAppointmentForThisDay, Step::ChooseLater},
    {"captchaVerificationError", ErrorCode::CaptchaVerificationError, Step::ProveAgain},
    {"captchaMissing", ErrorCode::CaptchaMissing, Step::ProveAgain},
    {"captchaInvalid", ErrorCode::CaptchaInvalid, Step::ProveAgain},
    {"captchaExpired", ErrorCode::CaptchaExpired, Step::ProveAgain},
    {"serviceUnavailable", ErrorCode::ServiceUnavailable, Step::TryLater},
    {"invalidSchema", ErrorCode::InvalidSchema, Step::ContactOffice},
    {"internalError", ErrorCode::InternalError, Step::TryLater},
    {"invalidApiClient", ErrorCode::InvalidApiClient, Step::ContactOffice},
    {"sourceNotFound", ErrorCode::SourceNotFound, Step::ContactOffice},
    {"departmentNotFound", ErrorCode::DepartmentNotFound, Step::ContactOffice},
    {"mailNotFound", ErrorCode::MailNotFound, Step::ContactOffice},
    {"organisationNotFound", ErrorCode::OrganisationNotFound, Step::ContactOffice},
    {"providerNotFound", ErrorCode::ProviderNotFound, Step::ChooseOffice},
    {"requestNotFound", ErrorCode::RequestNotFound, Step::ChooseOffice},
    {"scopeNotFound", ErrorCode::ScopeNotFound, Step::ChooseOffice},
    {"processInvalid", ErrorCode::ProcessInvalid, Step::ContactOffice},
    {"processAlreadyExists", ErrorCode::ProcessAlreadyExists, Step::ChooseAnother},
    {"processDeleteFailed", ErrorCode::ProcessDeleteFailed, Step::TryLater},
    {"processAlreadyCalled", ErrorCode::ProcessAlreadyCalled, Step::LookAgain},
    {"processNotReservedAnymore", ErrorCode::ProcessNotReservedAnymore, Step::BookAgain},
    {"processNotPreconfirmedAnymore", ErrorCode::ProcessNotPreconfirmedAnymore, Step::BookAgain},
    {"emailIsRequired", ErrorCode::EmailIsRequired, Step::CorrectDetails},
    {"telephoneIsRequired", ErrorCode::TelephoneIsRequired, Step::CorrectDetails},
    {"appointmentNotFound", ErrorCode::AppointmentNotFound, Step::LookAgain},
    {"authKeyMismatch", ErrorCode::AuthKeyMismatch, Step::CheckAccess},
    {"invalidCredentials", ErrorCode::InvalidCredentials, Step::CheckAccess},
    {"noAppointmentForThisScope", ErrorCode::NoAppointmentForThisScope, Step::ChooseLater},
    {"tooManyAppointmentsWithSameMail", ErrorCode::TooManyAppointmentsWithSameMail, Step::CancelAnother},
    {"tooManySlotsPerAppointment", ErrorCode::TooManySlotsPerAppointment, Step::ChooseFewer},
    {"tooManyServicesPerAppointment", ErrorCode::TooManyServicesPerAppointment, Step::ChooseFewer},
    {"scopesNotFound", ErrorCode::ScopesNotFound, Step::ChooseOffice},
    {"preconfirmationExpired", ErrorCode::PreconfirmationExpired, Step::BookAgain},
    {"IP_BLACKLISTED", ErrorCode::IpBlacklisted, Step::ContactOffice},
    {"rateLimitExceeded", ErrorCode::RateLimitExceeded, Step::TryLater},
    {"requestEntityTooLarge", ErrorCode::RequestEntityTooLarge, Step::ContactOffice},
    {"securityHeaderViolation", ErrorCode::SecurityHeaderViolation, Step::ContactOffice},
    {"unauthorized", ErrorCode::Unauthorized, Step::ContactOffice},
    {"unknownError", ErrorCode::UnknownError, Step::ContactOffice},
};

const Known& known(ErrorCode code) { return kKnown[static_cast<std::size_t>(code)]; }

// The smaller, the sooner.
int weight_of(Step step) {
  switch (step) {
    case Step::TryLater: return 0;
    case Step::BookAgain: return 1;
    case Step::ChooseAnother: return 2;
    case Step::ProveAgain: return 3;
    case Step::CheckAccess: return 4;
    case Step::LookAgain: return 5;
    case Step::ChooseOffice: return 6;
    case Step::ChooseFewer: return 7;
    case Step::ChooseLater: return 8;
    case Step::CancelAnother: return 9;
    case Step::CorrectDetails: return 10;
    case Step::ContactOffice: return 11;
  }
  return 12;
}

}  // namespace

ErrorCode error_code_from(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kKnown), std::end(kKnown), [name](const Known& known) { return known.name == name; });
  return found == std::end(kKnown) ? ErrorCode::UnknownError : found->code;
}

std::string_view error_code_name(ErrorCode code) { return known(code).name; }

Step step_for(ErrorCode code) { return known(code).step; }

ErrorCode weightiest(const std::vector<ErrorCode>& codes) {
  if (codes.empty()) return ErrorCode::UnknownError;
  return *std::min_element(codes.begin(), codes.end(), [](ErrorCode a, ErrorCode b) { return weight_of(step_for(a)) < weight_of(step_for(b)); });
}

}  // namespace stadttor::protocols::zms
