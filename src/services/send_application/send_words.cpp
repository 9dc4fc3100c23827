#include "services/send_application/send_words.h"

#include "services/apply/form_words.h"

namespace stadttor::services::send_application {

std::string_view progress_words(const Screen& screen, CaseProgress progress) {
  switch (progress) {
    case CaseProgress::Keeping: return screen.text("case.progress.keeping");
    case CaseProgress::Preparing: return screen.text("case.progress.preparing");
    case CaseProgress::Sending: return screen.text("case.progress.sending");
    case CaseProgress::Sent: return screen.text("case.progress.sent");
    case CaseProgress::Accepted: return screen.text("case.progress.accepted");
    case CaseProgress::Rejected: return screen.text("case.progress.rejected");
    case CaseProgress::Stopped: break;
  }
  return screen.text("case.progress.stopped");
}

std::string_view trouble_words(const Screen& screen, Trouble trouble) {
  switch (trouble) {
    case Trouble::None: return {};
    case Trouble::NoNetwork: return screen.text("send.trouble.no_network");
    case Trouble::GatewayBusy: return screen.text("send.trouble.gateway_busy");
    case Trouble::UnexpectedAnswer: return screen.text("send.trouble.unexpected_answer");
    case Trouble::DestinationClosed: return screen.text("send.trouble.destination_closed");
    case Trouble::KeyRefused: return screen.text("send.trouble.key_refused");
    case Trouble::StatementExpired: return screen.text("send.trouble.statement_expired");
    case Trouble::KeyRevoked: return screen.text("send.trouble.key_revoked");
    case Trouble::StatementRefused: return screen.text("send.trouble.statement_refused");
    case Trouble::Refused: return screen.text("send.trouble.refused");
    case Trouble::ConfirmationForged: return screen.text("send.trouble.confirmation_forged");
    case Trouble::NotKept: break;
  }
  return screen.text("send.trouble.not_kept");
}

std::string event_words(const Screen& screen, const std::string& event) {
  if (event == "create-submission") return std::string(screen.text("case.event.created"));
  if (event == "submit-submission") return std::string(screen.text("case.event.submitted"));
  if (event == "notify-submission") return std::string(screen.text("case.event.notified"));
  if (event == "forward-submission") return std::string(screen.text("case.event.forwarded"));
  if (event == "accept-submission") return std::string(screen.text("case.event.accepted"));
  if (event == "reject-submission") return std::string(screen.text("case.event.rejected"));
  if (event == "delete-submission") return std::string(screen.text("case.event.deleted"));
  if (event == "submit-reply") return std::string(screen.text("case.event.asked"));
  if (event == kAnswerArrived) return std::string(screen.text("case.event.answered"));
  return event;
}

std::string words_of_sent_file(const Screen& screen, const forms::SentFile& file) {
  const std::string& name = file.attachment->name.reveal<"shown to the citizen who chose the file">();
  return screen.text("send.file", {{"name", name}, {"sent", file.name}, {"size", apply::size_words(screen, file.attachment->bytes)}});
}

city::Address address_of_case(const Screen& screen, const std::string& id) {
  city::Address address;
  address.language = screen.city.language;
  address.page = city::PageKind::Cases;
  address.query = id;
  return address;
}

}  // namespace stadttor::services::send_application
