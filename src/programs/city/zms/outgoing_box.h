// Where mails of the appointment server wait for whoever delivers them: one file each (RFC 5322) in a folder, for its owner alone. The
// reference city delivers none; who tries the demo reads them there. A mail goes when its appointment's personal data does.
#pragma once

#include <filesystem>
#include <string>

#include "foundation/result.h"

namespace stadttor::city_server::zms {

struct Mail {
  std::string kind;  // part of the file's name: "bestaetigen"
  std::string from, to, subject;
  std::string text;  // lines end with \n
};

class OutgoingBox {
 public:
  explicit OutgoingBox(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // "<folder>/100001-bestaetigen.eml"; one of the same kind is replaced.
  Outcome put(std::int64_t process_id, const Mail& mail) const;
  // All of an appointment.
  void remove(std::int64_t process_id) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace stadttor::city_server::zms
