#include "programs/city/authority/pages/attachment_list.h"

namespace stadttor::city_server::authority {

using semantics::Appearance;
using semantics::Page;

namespace {

std::string words_of_size(const InboxPage& view, std::size_t bytes) {
  const double kilobytes = static_cast<double>(bytes) / 1024;
  return kilobytes < 1024 ? view.locale.decimal(kilobytes < 1 ? 1 : kilobytes, 0) + " KB" : view.locale.decimal(kilobytes / 1024, 1) + " MB";
}

}  // namespace

void show_attachment_list(const InboxPage& view, Page& page, const std::string& submission_id, const std::vector<OpenedAttachment>& attachments) {
  page.paragraph("Anlagen werden nur gespeichert, nicht hier angezeigt. Öffnen Sie sie mit einem Programm, dem Sie vertrauen.", {.look = Appearance::Small});
  auto list = page.list(Appearance::Plain, "Anlagen");
  for (const OpenedAttachment& attachment : attachments) {
    auto item = page.item(attachment.id);
    const std::string name = attachment.file_name.empty() ? attachment.id : attachment.file_name;
    const std::size_t size = attachment.bytes.reveal<"its size is told to the clerk">().size();
    if (size == 0) {
      page.text(name + " (nicht lesbar)");
      continue;
    }
    page.link("save", name + " speichern", application_path(submission_id, "anlage/" + attachment.id));
    page.text(" (" + attachment.media_type + ", " + words_of_size(view, size) + ")" + (attachment.is_sound ? "" : " – Prüfsumme falsch"));
  }
}

}  // namespace stadttor::city_server::authority
