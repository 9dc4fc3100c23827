// Data schemas of FIM as anybody may hand them in: a form comes out, or an error with a line.
#include "fuzz/fuzz_target.h"
#include "portal/authoring/xdf/xdf_form.h"

void stadttor::fuzz::feed(std::string_view input) {
  using namespace portal::authoring;
  const auto message = read_xdf(input, "fuzz");
  if (!message.ok()) {
    must(message.error().where.rfind("fuzz", 0) == 0, "an error names the file");
    return;
  }
  const XdfForm form = form_from_xdf(message.value(), {});
  must(form.form.is_object(), "a form is an object");
}
