// A PDF: whatever is taken out of it, every place in it stays where it is, and it stays a PDF.
#include "attachments/clean_file.h"
#include "fuzz/fuzz_target.h"

void stadttor::fuzz::feed(std::string_view input) {
  if (attachments::media_type_of(input) != "application/pdf") return;
  const auto cleaned = attachments::clean_file(input, {});
  must(cleaned.ok(), "a PDF is never refused");
  const std::string& clean = cleaned.value().bytes.reveal<"a fuzz target looks at its own input">();
  must(clean.size() == input.size(), "every place stays where it is");
  must(attachments::media_type_of(clean) == "application/pdf", "it stays a PDF");
}
