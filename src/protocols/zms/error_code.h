// The errors of the ZMS citizen API, and what each means for whoever books. The words for it are the portal's languages'. Source:
// eappointment, ErrorMessages, as of 7b670e4e.
#pragma once

#include <string_view>
#include <vector>

namespace stadttor::protocols::zms {

enum class ErrorCode : unsigned char {
  ZmsClientCommunicationError, NotImplemented, NotFound, InvalidRequest, RequestMethodNotAllowed, CaptchaVerificationFailed,
  InvalidLocationAndServiceCombination, InvalidStartDate, InvalidEndDate, InvalidSlotsStartDate, InvalidSlotsEndDate,
  SlotsStartDateAfterEndDate, InvalidOfficeId, InvalidServiceId, EmptyServiceArrays, MismatchedArrays, InvalidServiceCount,
  InvalidProcessId, InvalidScopeId, InvalidAuthKey, InvalidDate, InvalidTimestamp, InvalidFamilyName, InvalidEmail,
  InvalidTelephone, InvalidCustomTextfield, InvalidCustomTextfield2, AppointmentCanNotBeCanceled, AppointmentNotAvailable,
  NoAppointmentForThisDay, CaptchaVerificationError, CaptchaMissing, CaptchaInvalid, CaptchaExpired, ServiceUnavailable,
  InvalidSchema, InternalError, InvalidApiClient, SourceNotFound, DepartmentNotFound, MailNotFound, OrganisationNotFound,
  ProviderNotFound, RequestNotFound, ScopeNotFound, ProcessInvalid, ProcessAlreadyExists, ProcessDeleteFailed, ProcessAlreadyCalled,
  ProcessNotReservedAnymore, ProcessNotPreconfirmedAnymore, EmailIsRequired, TelephoneIsRequired, AppointmentNotFound,
  AuthKeyMismatch, InvalidCredentials, NoAppointmentForThisScope, TooManyAppointmentsWithSameMail, TooManySlotsPerAppointment,
  TooManyServicesPerAppointment, ScopesNotFound, PreconfirmationExpired, IpBlacklisted, RateLimitExceeded, RequestEntityTooLarge,
  SecurityHeaderViolation, Unauthorized,
  UnknownError,  // a code this list does not have, or an answer without one
};

// What the citizen, or the portal for the citizen, does next. All that has been entered stays.
enum class Step : unsigned char {
  ChooseAnother,   // somebody was faster: offer the nearest others
  ChooseLater,     // nothing is free here or then
  BookAgain,       // the reservation or the time to confirm has run out
  ProveAgain,      // the proof of work is made anew, unseen; the booking goes on
  TryLater,        // maintenance, too much at once, or a failure that passes
  CorrectDetails,  // a field of the person's
  CancelAnother,   // the office's limit for one e-mail address is reached
  ChooseFewer,     // more services than one visit can have
  ChooseOffice,    // this office does not do this (any more): read offices and services anew
  LookAgain,       // the appointment is not what it was: ask for its state
  CheckAccess,     // number and key do not belong together
  ContactOffice,   // the portal or the server is wrong, which the citizen cannot change
};

ErrorCode error_code_from(std::string_view name);
std::string_view error_code_name(ErrorCode code);
Step step_for(ErrorCode code);
// Of several errors the one that has to be dealt with before the others.
ErrorCode weightiest(const std::vector<ErrorCode>& codes);

}  // namespace stadttor::protocols::zms
