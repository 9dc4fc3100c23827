#include "programs/city/site/content_coding.h"

#include "programs/city/site/weighted_list.h"

namespace stadttor::city_server {

const std::vector<ContentCoding>& known_codings() {
  static const std::vector<ContentCoding> kCodings = {{"br", ".br"}, {"gzip", ".gz"}};
  return kCodings;
}

std::vector<ContentCoding> accepted_codings(std::string_view accept_encoding) {
  const std::vector<WeightedMember> members = weighted_members_from_field(accept_encoding);
  std::vector<ContentCoding> accepted;
  for (const ContentCoding& coding : known_codings()) {
    int weight = 0;
    for (const WeightedMember& member : members) {
      if (member.text == "*") weight = member.weight;
    }
    for (const WeightedMember& member : members) {
      if (equals_ignoring_case(member.text, coding.name)) weight = member.weight;
    }
    if (weight > 0) accepted.push_back(coding);
  }
  return accepted;
}

}  // namespace stadttor::city_server
