#include "platform/web/pictures_web.h"

#include <cstdlib>

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

namespace {

std::string text_from_areas(const std::vector<CoveredArea>& areas) {
  std::string text;
  for (const CoveredArea& area : areas) {
    for (const unsigned number : {area.left, area.top, area.width, area.height}) text.append(text.empty() ? "" : " ").append(std::to_string(number));
  }
  return text;
}

unsigned number_from(const std::string& text) { return static_cast<unsigned>(std::strtoul(text.c_str(), nullptr, 10)); }

}  // namespace

void WebPictures::prepare(PictureToPrepare wanted, Callback<PreparedPicture> callback) {
  BrowserFields fields{wanted.bytes.reveal<"made smaller and covered on the citizen's device">(), wanted.media_type, std::to_string(wanted.longest_side),
                       text_from_areas(wanted.covered)};
  ask_browser(BrowserCall::PreparePicture, std::move(fields), [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    BrowserFields& given = answer.value();
    callback(PreparedPicture{Personal<std::string>(std::move(given.at(0))), number_from(given.at(1)), number_from(given.at(2))});
  });
}

void WebPictures::show(const std::string& id, const Personal<std::string>& bytes, const std::string& media_type) {
  ask_browser(BrowserCall::ShowPicture, {id, media_type, bytes.reveal<"shown to the citizen who chose it">()}, [](const Result<BrowserFields>&) {});
}

void WebPictures::forget(const std::string& id) {
  ask_browser(BrowserCall::ForgetPicture, {id}, [](const Result<BrowserFields>&) {});
}

}  // namespace stadttor::platform
