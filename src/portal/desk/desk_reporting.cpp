// Reporting at the citizen's desk: what the city's server tells everybody, and an outbox over whichever vault is open.
#include "portal/desk/citizens_desk.h"

namespace stadttor::portal {

using services::keep_data::KeepState;
using services::report_defect::PhotoStudio;
using services::report_defect::ReportDirectory;
using services::report_defect::ReportOutbox;
using services::report_defect::ReportRecipient;
using services::outbox::KeptWhere;
using services::outbox::OutboxPorts;

void CitizensDesk::prepare_reports(const city::Catalogue& city) {
  if (!ports_ || report_outbox != nullptr || !city.reports) return;
  const auto tell = [this] {
    // What is new there may be new in the ledger.
    ledger_.reset();
    if (changed_) changed_();
  };
  const city::ReportWay& way = *city.reports;
  report_directory = std::make_unique<ReportDirectory>(ports_->http, ports_->clock, way.endpoint, way.jurisdiction, tell);
  OutboxPorts ports{[this] { return keeper->open_vault(); }, ports_->http, ports_->cryptography, ports_->clock, ports_->random, ports_->locks, ports_->timer, ports_->loop};
  report_outbox = std::make_unique<ReportOutbox>(std::move(ports), ReportRecipient{way.endpoint, way.jurisdiction, city.city.name}, tell);
  report_outbox->set_offline(is_offline);
  photo_studio = std::make_unique<PhotoStudio>(ports_->pictures, [this] {
    if (changed_) changed_();
  });
  follow_vault_with_reports();
}

void CitizensDesk::follow_vault_with_reports() {
  if (report_outbox == nullptr || keeper == nullptr) return;
  const auto where = keeper->data().state == KeepState::Open ? KeptWhere::OnDevice : KeptWhere::ThisVisit;
  const bool is_there = keeper->open_vault() != nullptr;
  const bool is_followed = report_outbox->is_open() == is_there && reports_opening_ == keeper->openings() && (!is_there || report_outbox->kept_where() == where);
  if (is_followed) return;
  reports_opening_ = keeper->openings();
  is_there ? report_outbox->open(where) : report_outbox->close();
}

}  // namespace stadttor::portal
