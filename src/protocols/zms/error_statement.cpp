#include "protocols/zms/error_statement.h"

#include <algorithm>

#include "foundation/json_writer.h"

namespace stadttor::protocols::zms {

namespace {

// In the order of the enumeration.
constexpr ErrorStatement kStatements[] = {
    {503, ErrorType::Failure, "Das Terminsystem antwortet gerade nicht."},
    {501, ErrorType::Failure, "Diesen Aufruf gibt es hier nicht."},
    {404, ErrorType::Failure, "Unter dieser Adresse gibt es nichts."},
    {400, ErrorType::Warning, "Die Anfrage ist nicht lesbar: Erwartet wird JSON."},
    {405, ErrorType::Warning, "Diese Adresse versteht die Methode nicht."},
    {400, ErrorType::Failure, "Der Nachweis stimmt nicht."},
    {400, ErrorType::Warning, "Diese Leistungen gibt es an diesem Ort nicht zusammen."},
    {400, ErrorType::Warning, "startDate fehlt oder ist kein Datum (JJJJ-MM-TT)."},
    {400, ErrorType::Warning, "endDate fehlt, ist kein Datum (JJJJ-MM-TT) oder liegt vor startDate."},
    {400, ErrorType::Warning, "slotsStartDate ist kein Datum (JJJJ-MM-TT)."},
    {400, ErrorType::Warning, "slotsEndDate ist kein Datum (JJJJ-MM-TT)."},
    {400, ErrorType::Warning, "slotsStartDate liegt nach slotsEndDate."},
    {400, ErrorType::Warning, "Die Nummer des Amts fehlt oder ist keine Zahl."},
    {400, ErrorType::Warning, "Die Nummer einer Leistung fehlt oder ist keine Zahl."},
    {400, ErrorType::Warning, "Es ist keine Leistung genannt."},
    {400, ErrorType::Warning, "Leistungen und Anzahlen sind nicht gleich viele."},
    {400, ErrorType::Warning, "Eine Anzahl fehlt oder ist keine Zahl von 1 bis 25."},
    {400, ErrorType::Warning, "Die Nummer des Termins fehlt oder ist keine Zahl."},
    {400, ErrorType::Warning, "Die Nummer des Bereichs fehlt oder ist keine Zahl."},
    {400, ErrorType::Warning, "Der Schlüssel des Termins fehlt."},
    {400, ErrorType::Warning, "Das Datum fehlt oder ist keins."},
    {400, ErrorType::Warning, "Der Zeitpunkt fehlt oder ist keine Zahl."},
    {400, ErrorType::Warning, "Der Name fehlt oder ist zu lang."},
    {400, ErrorType::Warning, "Das ist keine E-Mail-Adresse."},
    {400, ErrorType::Warning, "Eine Telefonnummer hat 7 bis 15 Ziffern."},
    {400, ErrorType::Warning, "Das Zusatzfeld fehlt oder hat mehr als 250 Zeichen."},
    {400, ErrorType::Warning, "Das zweite Zusatzfeld fehlt oder hat mehr als 250 Zeichen."},
    {406, ErrorType::Warning, "Dieser Termin hat schon begonnen und lässt sich nicht mehr absagen."},
    {404, ErrorType::Failure, "Diese Zeit ist nicht mehr frei."},
    {404, ErrorType::Information, "An diesen Tagen ist nichts frei."},
    {400, ErrorType::Failure, "Der Nachweis ließ sich nicht prüfen."},
    {400, ErrorType::Failure, "Der Nachweis fehlt."},
    {400, ErrorType::Failure, "Der Nachweis gilt nicht."},
    {400, ErrorType::Failure, "Der Nachweis ist abgelaufen."},
    {503, ErrorType::Failure, "Das Terminsystem wird gerade gewartet."},
    {400, ErrorType::Warning, "Die Daten haben nicht die verlangte Form."},
    {500, ErrorType::Failure, "Das hat am Server nicht geklappt. Bitte versuchen Sie es noch einmal."},
    {400, ErrorType::Warning, "Dieses Programm ist hier nicht zugelassen."},
    {404, ErrorType::Information, "Diese Quelle gibt es nicht."},
    {404, ErrorType::Failure, "Diese Abteilung gibt es nicht."},
    {404, ErrorType::Failure, "Für diese Nachricht gibt es keine Vorlage."},
    {404, ErrorType::Failure, "Diese Behörde gibt es nicht."},
    {404, ErrorType::Failure, "Dieses Amt gibt es hier nicht."},
    {404, ErrorType::Failure, "Diese Leistung gibt es hier nicht."},
    {404, ErrorType::Failure, "Diesen Bereich gibt es nicht."},
    {400, ErrorType::Warning, "Dem Termin fehlen noch Angaben."},
    {409, ErrorType::Warning, "Diesen Termin gibt es schon."},
    {500, ErrorType::Failure, "Der Termin ließ sich nicht löschen."},
    {409, ErrorType::Warning, "Dieser Termin wurde schon aufgerufen."},
    {409, ErrorType::Failure, "Dieser Termin ist nicht mehr reserviert."},
    {409, ErrorType::Failure, "Dieser Termin wartet nicht auf eine Bestätigung."},
    {406, ErrorType::Warning, "Hier wird eine E-Mail-Adresse gebraucht."},
    {406, ErrorType::Warning, "Hier wird eine Telefonnummer gebraucht."},
    {404, ErrorType::Failure, "Diesen Termin gibt es nicht oder nicht mehr."},
    {406, ErrorType::Warning, "Nummer und Schlüssel gehören nicht zusammen."},
    {406, ErrorType::Warning, "Diese Zugangsdaten gelten nicht."},
    {404, ErrorType::Information, "Hier ist zurzeit nichts frei."},
    {406, ErrorType::Failure, "Mit dieser E-Mail-Adresse sind schon so viele Termine gebucht, wie hier möglich sind."},
    {400, ErrorType::Failure, "Das dauert länger, als ein Termin hier dauern darf."},
    {400, ErrorType::Failure, "So oft lässt sich diese Leistung nicht in einem Termin buchen."},
    {404, ErrorType::Failure, "Hier gibt es keine Bereiche."},
    {400, ErrorType::Failure, "Die Zeit zum Bestätigen ist abgelaufen."},
    {403, ErrorType::Failure, "Von hier nimmt das Terminsystem nichts an."},
    {429, ErrorType::Warning, "Das waren zu viele Anfragen. Bitte warten Sie einen Moment."},
    {413, ErrorType::Warning, "Diese Anfrage ist zu groß."},
    {403, ErrorType::Failure, "Termine nimmt dieser Zugang nur von den Seiten des Portals an."},
    {403, ErrorType::Failure, "Das dürfen Sie hier nicht."},
    {520, ErrorType::Failure, "Das hat nicht geklappt."},
};
static_assert(std::size(kStatements) == static_cast<std::size_t>(ErrorCode::UnknownError) + 1);

std::string_view name_of(ErrorType type) {
  switch (type) {
    case ErrorType::Information: return "info";
    case ErrorType::Warning: return "warning";
    case ErrorType::Failure: return "error";
  }
  return "error";
}

}  // namespace

const ErrorStatement& statement_of(ErrorCode code) { return kStatements[static_cast<std::size_t>(code)]; }

int status_of(const std::vector<ErrorCode>& codes) {
  int status = codes.empty() ? statement_of(ErrorCode::UnknownError).status : 0;
  for (const ErrorCode code : codes) status = std::max(status, statement_of(code).status);
  return status;
}

std::string body_from_errors(const std::vector<ErrorCode>& codes) {
  JsonWriter json;
  json.begin_object().name("errors").begin_list();
  for (const ErrorCode code : codes) {
    const ErrorStatement& statement = statement_of(code);
    json.begin_object().member("errorCode", error_code_name(code)).member("errorMessage", statement.message);
    json.name("statusCode").number(statement.status).member("errorType", name_of(statement.type)).end_object();
  }
  return json.end_list().end_object().take();
}

}  // namespace stadttor::protocols::zms
