#include "protocols/jose/certificate.h"

#include "foundation/calendar.h"
#include "protocols/jose/base64url.h"

namespace stadttor::protocols::jose {

namespace {

constexpr unsigned kInteger = 0x02;
constexpr unsigned kBitString = 0x03;
constexpr unsigned kSequence = 0x30;
constexpr unsigned kUtcTime = 0x17;
constexpr unsigned kGeneralizedTime = 0x18;
constexpr unsigned kVersion = 0xa0;
// SEQUENCE { OID 1.2.840.113549.1.1.1 (rsaEncryption), NULL }
constexpr std::string_view kRsa("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00", 13);

Error refused(const char* why) { return {ErrorKind::MalformedData, "certificate", why, NextStep::ContactOffice}; }

// DER elements one after another (X.690, 8 and 10). What does not fit makes it not ok, and everything after it empty.
class DerReader {
 public:
  explicit DerReader(std::string_view bytes) : rest_(bytes) {}

  std::string_view read(unsigned tag) {
    if (next_tag() != tag) is_ok_ = false;
    if (!is_ok_) return {};
    const unsigned first = byte(1);
    std::size_t length = first;
    std::size_t header = 2;
    if (first >= 0x80) {
      const std::size_t size = first & 0x7fU;
      // At most what four bytes can say, and in as few as it takes.
      if (size == 0 || size > 4 || rest_.size() < 2 + size) return fail();
      length = 0;
      for (std::size_t i = 0; i < size; ++i) length = length << 8U | byte(2 + i);
      if (length < 0x80 || byte(2) == 0) return fail();
      header += size;
    }
    if (length > rest_.size() - header) return fail();
    const std::string_view content = rest_.substr(header, length);
    rest_.remove_prefix(header + length);
    return content;
  }
  unsigned next_tag() const { return rest_.size() < 2 ? 0 : byte(0); }
  bool ok() const { return is_ok_; }
  bool is_complete() const { return is_ok_ && rest_.empty(); }

 private:
  unsigned byte(std::size_t at) const { return static_cast<unsigned char>(rest_[at]); }
  std::string_view fail() {
    is_ok_ = false;
    return {};
  }

  std::string_view rest_;
  bool is_ok_ = true;
};

// "YYMMDDHHMMSSZ" from 1950 to 2049, or "YYYYMMDDHHMMSSZ" (RFC 5280, 4.1.2.5).
Result<platform::Instant> instant_of(DerReader& reader) {
  const bool has_century = reader.next_tag() == kGeneralizedTime;
  const std::string_view text = reader.read(has_century ? kGeneralizedTime : kUtcTime);
  const std::size_t digits = has_century ? 14 : 12;
  if (text.size() != digits + 1 || text.back() != 'Z' || text.find_first_not_of("0123456789") != digits) return refused("a time that is none");
  const auto number = [text](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char digit : text.substr(at, size)) value = value * 10 + (digit - '0');
    return value;
  };
  const std::size_t year_size = digits - 10;
  int year = number(0, year_size);
  if (!has_century) year += year < 50 ? 2000 : 1900;
  const Date date{year, number(year_size, 2), number(year_size + 2, 2)};
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return refused("a time that is none");
  const std::int64_t seconds = number(year_size + 4, 2) * 3600LL + number(year_size + 6, 2) * 60LL + number(year_size + 8, 2);
  return (days_since_epoch(date) * 86'400LL + seconds) * 1000;
}

// INTEGERs carry a zero in front of a high bit.
std::string number_of(DerReader& reader) {
  std::string_view bytes = reader.read(kInteger);
  if (bytes.size() > 1 && bytes.front() == '\0') bytes.remove_prefix(1);
  return std::string(bytes);
}

Result<platform::RsaPublicNumbers> rsa_key_of(std::string_view key_info) {
  DerReader info(key_info);
  if (info.read(kSequence) != kRsa) return refused("not a key for RSA");
  const std::string_view bits = info.read(kBitString);
  if (!info.is_complete() || bits.empty() || bits.front() != '\0') return refused("a key that cannot be read");
  DerReader outer(bits.substr(1));
  DerReader numbers(outer.read(kSequence));
  platform::RsaPublicNumbers key;
  key.modulus = number_of(numbers);
  key.exponent = number_of(numbers);
  if (!outer.is_complete() || !numbers.is_complete()) return refused("a key that cannot be read");
  return key;
}

std::string base64url_of(std::string_view base64) {
  std::string text(base64.substr(0, base64.find('=')));
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text;
}

}  // namespace

Result<Certificate> parse_certificate(std::string_view base64) {
  const auto der = parse_base64url(base64url_of(base64));
  if (!der) return refused("not base64");
  DerReader outer(*der);
  DerReader certificate(outer.read(kSequence));
  DerReader body(certificate.read(kSequence));
  if (body.next_tag() == kVersion) body.read(kVersion);
  body.read(kInteger);   // serial number
  body.read(kSequence);  // signature algorithm
  body.read(kSequence);  // issuer
  DerReader validity(body.read(kSequence));
  Certificate read;
  TRY_ASSIGN(read.not_before, instant_of(validity));
  TRY_ASSIGN(read.not_after, instant_of(validity));
  body.read(kSequence);  // subject
  const std::string_view key_info = body.read(kSequence);
  if (!body.ok() || !validity.is_complete() || !outer.is_complete()) return refused("cannot be read");
  TRY_ASSIGN(read.key, rsa_key_of(key_info));
  return read;
}

}  // namespace stadttor::protocols::jose
