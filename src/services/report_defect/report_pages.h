// The pages of reports: what has been reported in the city, the steps of a new report with its check before it is sent, and the citizen's own.
// Values in, wishes out; who sends and asks is the desk's.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "city/report_words.h"
#include "services/apply/kept_value_offer.h"
#include "services/report_defect/own_reports.h"
#include "services/report_defect/report_directory.h"
#include "services/report_defect/report_entries.h"
#include "services/screen.h"
#include "services/send_application/outbox.h"

namespace stadttor::services::report_defect {

// Parts of the address: /meldungen, /meldungen/neu[/<step>], /meldungen/meine.
inline constexpr std::string_view kNewPart = "neu";
inline constexpr std::string_view kOwnPart = "meine";
inline constexpr std::string_view kReportParts[] = {"", kNewPart, kOwnPart};

// Which published reports are shown.
struct PublishedChoice {
  std::string service_code;  // empty: all
  std::string status;        // "open", "closed" or empty
  int days = 0;              // not older; 0: all there are
  std::size_t page = 0;
};

// The device is asked where it is.
enum class Locating : unsigned char { Resting, Asking, Refused, TooLate, Unknown };

struct ReportFacts {
  const city::Streets* streets = nullptr;
  const city::Places* places = nullptr;
  const city::ReportWords* words = nullptr;
  std::optional<city::Position> here;    // of the map, for what is near
  bool can_locate = false;               // the device can say where it is
  Locating locating = Locating::Resting;
  PhotoStudio* photos = nullptr;         // null: nothing here takes photos
  ReportDirectory* directory = nullptr;  // null: nothing can be asked, while pages are written in advance or where the city has no server
  const std::vector<OwnReport>* own = nullptr;  // null: not read yet
  bool can_keep = false;                 // the vault is open
  bool is_locked = false;                // there is one, and it is not
  bool waits_for_turn = false;
  bool is_offline = false;
  outbox::KeptWhere where = outbox::KeptWhere::ThisVisit;
  apply::AnswersStay stay = apply::AnswersStay::ForTheVisit;  // what is being written
  bool is_changed_elsewhere = false;     // by another tab, which this one's entries have not replaced
};

struct ReportWish {
  std::optional<city::Address> next;
  std::optional<city::Address> instead;
  bool send = false;
  std::string wanted_field;                // anchor of the one to which a problem led: gets the focus
  bool ask_again = false;                  // what has failed
  bool locate = false;
  bool takes_other = false;                // goes on with what the other tab has written
  bool insists = false;                    // or with what is here
  std::optional<kept_data::Report> follow;
  std::string try_again, it_is_there, forget, write_anew;  // ids of own reports
  bool print = false;
};

// What the entries are held against, as far as it is there.
EntryGround ground_of(const ReportFacts& facts, const ReportEntries& entries);

bool is_report_page(std::string_view part, std::string_view step);
std::string report_page_title(const Screen& screen, const city::Address& address);
ReportWish show_report_page(const Screen& screen, semantics::Page& page, const city::Address& address, const ReportFacts& facts, ReportEntries& entries,
                            PublishedChoice& choice);

// What the ledger says of a report: all but number, previous, time, receipt and recipient.
kept_data::LedgerEntry ledger_entry_of(const Screen& screen, const kept_data::Report& report);

}  // namespace stadttor::services::report_defect
