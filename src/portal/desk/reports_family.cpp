// Defects: what has been reported, a new report, and the citizen's own.
#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"
#include "services/report_defect/report_pages.h"
#include "services/send_application/case_pages.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;
using services::apply::AnswersStay;
using services::keep_data::KeepState;
using namespace services::report_defect;

namespace {

bool is_new(const Address& address) { return address.id == kNewPart; }

void request(Library& library, const Address& address, PageContent& content) {
  if (!is_new(address)) return;
  // Only offered: the page does not wait for them.
  content.streets = library.streets().get();
  content.places = library.places(address.language).get();
  content.report_words = library.report_words().get();
}

PageKind existing(const PageContent&, const Address& address) { return is_report_page(address.id, address.step) ? address.page : PageKind::NotFound; }

std::string title(const Screen& screen, const PageContent&, const PageState& state) { return report_page_title(screen, state.address); }

std::string description(const PageContent& content, const Address&) { return std::string(content.city->texts("report.lead")); }

ReportFacts facts_of(const CitizensDesk& desk, const PageContent& content, const PageState& state) {
  ReportFacts facts;
  facts.streets = content.streets;
  facts.places = content.places;
  facts.words = content.report_words;
  facts.here = state.map.here;
  facts.photos = desk.photo_studio.get();
  facts.can_locate = desk.can_locate();
  facts.locating = desk.locating;
  if (desk.keeper != nullptr) {
    const KeepState state_of_vault = desk.keeper->data().state;
    facts.stay = state_of_vault == KeepState::Open ? AnswersStay::OnTheDevice : state_of_vault == KeepState::Locked ? AnswersStay::BehindALock : AnswersStay::ForTheVisit;
    facts.is_changed_elsewhere = desk.keeper->data().changed_elsewhere.count(std::string(kept_data::kReportDraft)) > 0;
  }
  facts.is_offline = desk.is_offline;
  facts.is_locked = desk.keeper != nullptr && desk.keeper->data().state == KeepState::Locked;
  facts.directory = desk.report_directory.get();
  if (desk.report_outbox == nullptr) return facts;
  facts.can_keep = desk.report_outbox->is_open();
  facts.waits_for_turn = desk.report_outbox->waits_for_turn();
  facts.where = desk.report_outbox->kept_where();
  if (desk.report_outbox->is_loaded()) facts.own = &desk.report_outbox->reports();
  return facts;
}

Address address_of_own(const Screen& screen, const std::string& id) {
  Address address;
  address.language = screen.city.language;
  address.page = PageKind::Reports;
  address.id = kOwnPart;
  address.query = id;
  return address;
}

void send(const Screen& screen, CitizensDesk& desk, const ReportFacts& facts, PageAnswer& answer) {
  ReportEntries& entries = desk.report_entries;
  const PhotoBytes photo = facts.photos == nullptr ? nullptr : facts.photos->photo().bytes;
  kept_data::Report report = report_from(entries, ground_of(facts, entries));
  kept_data::LedgerEntry entry = ledger_entry_of(screen, report);
  const auto id = desk.report_outbox->send(std::move(report), std::move(entry), entries.replaced, std::move(photo));
  if (!id.ok()) return;
  entries = {};
  if (facts.photos != nullptr) facts.photos->remove();
  desk.note_report_sent(id.value());
  answer.form.next = address_of_own(screen, id.value());
}

void write_anew(const Screen& screen, CitizensDesk& desk, const std::string& id, PageAnswer& answer) {
  const OwnReport* own = find_own_report(&desk.report_outbox->reports(), id);
  if (own == nullptr) return;
  desk.report_entries = entries_from(own->report);
  desk.report_entries.replaced = id;
  desk.report_entries.has_changed_questions = true;
  desk.report_directory->forget_definition(own->report.service_code);
  desk.photo_studio->remove();
  desk.report_outbox->read_photo(id, [&desk](Result<Personal<std::string>> photo) {
    if (photo.ok()) desk.photo_studio->take_prepared(std::move(photo).value());
  });
  Address questions = address_of_own(screen, {});
  questions.id = kNewPart;
  questions.step = "angaben";
  answer.form.next = questions;
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
  desk.prepare_reports(screen.city);
  if (desk.report_directory != nullptr) desk.report_directory->speak(screen.city.language);
  if (state.address.id == kOwnPart && desk.report_outbox != nullptr) desk.report_outbox->ask_for_news();
  const ReportFacts facts = facts_of(desk, content, state);
  const ReportWish wish = show_report_page(screen, page, state.address, facts, desk.report_entries, desk.published_choice);
  answer.form.next = wish.next;
  answer.form.instead = wish.instead;
  answer.form.print = wish.print;
  if (desk.report_directory == nullptr) return;
  if (wish.ask_again) desk.report_directory->forget_failures();
  if (wish.locate) desk.locate();
  if (desk.report_outbox == nullptr) return;
  if (wish.send) send(screen, desk, facts, answer);
  if (is_new(state.address)) desk.keep_report(state.address, wish);
  if (wish.follow) {
    const auto id = desk.report_outbox->follow(*wish.follow);
    if (id.ok()) answer.form.next = address_of_own(screen, id.value());
  }
  if (!wish.try_again.empty()) desk.report_outbox->try_again(wish.try_again);
  if (!wish.it_is_there.empty()) desk.report_outbox->note_it_is_there(wish.it_is_there);
  if (!wish.write_anew.empty()) write_anew(screen, desk, wish.write_anew, answer);
  if (wish.forget.empty()) return;
  desk.report_outbox->forget(wish.forget);
  answer.form.next = address_of_own(screen, {});
}

}  // namespace

const PageFamily kReportsFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
