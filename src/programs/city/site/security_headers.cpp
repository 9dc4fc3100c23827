#include "programs/city/site/security_headers.h"

#include "programs/city/site/media_type.h"

namespace stadttor::city_server {
namespace {

// Everything is denied except passkeys, which unlock the vault, and where the citizen is, who asks the map for what is near.
constexpr const char* kPermissions =
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), "
    "clipboard-write=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(self), "
    "gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "picture-in-picture=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), window-management=(), "
    "xr-spatial-tracking=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

void append_origins(std::string& text, const std::vector<std::string>& origins) {
  for (const std::string& origin : origins) text.append(" ").append(origin);
}

}  // namespace

std::string content_security_policy(const SecurityPolicy& policy) {
  std::string text =
      "default-src 'none'; "
      "script-src 'self' 'wasm-unsafe-eval'; "
      "worker-src 'self'; "
      "style-src 'self'; "
      "font-src 'self'; "
      // Because: KERN's icons are CSS masks with data: addresses, and pictures a citizen attaches are shown as blob:.
      "img-src 'self' blob: data:; "
      "manifest-src 'self'; "
      "connect-src 'self'";
  append_origins(text, policy.connect_origins);
  text.append(
      "; frame-src 'none'; "
      "base-uri 'none'; "
      // Because: without JavaScript the search field is a real form that leads to A to Z. Differs from C6 ('none').
      "form-action 'self'; "
      "object-src 'none'; "
      "frame-ancestors 'self'");
  append_origins(text, policy.embed_origins);
  text.append("; require-trusted-types-for 'script'; trusted-types engine-worker passphrase-worker");
  return text;
}

void add_security_headers(Answer& answer, const SecurityPolicy& policy, Transport transport) {
  answer.add_header("X-Content-Type-Options", "nosniff");
  answer.add_header("Referrer-Policy", "no-referrer");
  const bool is_for_everyone = !answer.header("Access-Control-Allow-Origin").empty();
  answer.add_header("Cross-Origin-Resource-Policy", is_for_everyone ? "cross-origin" : "same-site");
  if (transport == Transport::Encrypted) answer.add_header("Strict-Transport-Security", "max-age=31536000");
  // A 304 has no content type; it renews the headers of the stored document, so it carries them too.
  if (!answer.content_type.empty() && !can_run_script(answer.content_type)) return;
  // A part of the server may be stricter with its own pages.
  if (answer.header("Content-Security-Policy").empty()) answer.add_header("Content-Security-Policy", content_security_policy(policy));
  answer.add_header("Cross-Origin-Opener-Policy", "same-origin");
  answer.add_header("Permissions-Policy", kPermissions);
}

}  // namespace stadttor::city_server
