#include "programs/headless/site_files.h"

#include <brotli/encode.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <atomic>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

namespace stadttor::headless {

namespace fs = std::filesystem;

namespace {

bool is_worth_compressing(const std::string& path) {
  for (const char* ending : {".woff2", ".png", ".br", ".gz"}) {
    if (path.ends_with(ending)) return false;
  }
  return true;
}

// Assets and packs are compressed once and fetched often; pages are many and small.
int brotli_quality_for(const std::string& path) { return path.ends_with(".html") ? 9 : 11; }

std::string brotli_of(const std::string& content, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(content.size());
  std::string compressed(size, '\0');
  const auto ok = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, content.size(),
                                        reinterpret_cast<const std::uint8_t*>(content.data()), &size,
                                        reinterpret_cast<std::uint8_t*>(compressed.data()));
  compressed.resize(ok == BROTLI_TRUE ? size : 0);
  return compressed;
}

std::string gzip_of(const std::string& content) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string compressed(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  const int result = deflate(&stream, Z_FINISH);
  compressed.resize(result == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return compressed;
}

bool write_file(const fs::path& file, const std::string& content) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  // Written aside and moved into place: an interrupted build leaves no half file.
  const fs::path aside = file.string() + ".part";
  {
    std::ofstream stream(aside, std::ios::binary);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!stream.flush()) return false;
  }
  std::error_code error;
  fs::rename(aside, file, error);
  return !error;
}

bool write_with_forms(const fs::path& folder, const std::string& path, const std::string& content) {
  const fs::path file = folder / path;
  const bool wants_forms = is_worth_compressing(path);
  const auto there = read_file(file);
  if (there.ok() && there.value() == content && (!wants_forms || fs::exists(file.string() + ".gz"))) return true;
  bool ok = write_file(file, content);
  if (!wants_forms) return ok;
  ok = write_file(file.string() + ".br", brotli_of(content, brotli_quality_for(path))) && ok;
  return write_file(file.string() + ".gz", gzip_of(content)) && ok;
}

std::string digest_of(const std::string& content, const EVP_MD* algorithm) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(content.data(), content.size(), digest, &size, algorithm, nullptr);
  return {reinterpret_cast<char*>(digest), size};
}

}  // namespace

Outcome write_site(const fs::path& folder, const SiteFiles& files) {
  std::vector<const SiteFiles::value_type*> work;
  for (const auto& file : files) work.push_back(&file);
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  const auto write_some = [&] {
    for (std::size_t i = next++; i < work.size(); i = next++) {
      if (!write_with_forms(folder, work[i]->first, work[i]->second)) failed = true;
    }
  };
  std::vector<std::thread> writers;
  for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i) writers.emplace_back(write_some);
  write_some();
  for (std::thread& writer : writers) writer.join();
  if (failed) return Error{ErrorKind::StorageFull, folder.string(), "a file of the site cannot be written; is the disk full or the folder protected?", NextStep::CorrectInput};

  std::error_code error;
  std::vector<fs::path> stale;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (!entry.is_regular_file()) continue;
    std::string path = fs::relative(entry.path(), folder).generic_string();
    if (path.ends_with(".br") || path.ends_with(".gz")) path.resize(path.size() - 3);
    if (files.find(path) == files.end()) stale.push_back(entry.path());
  }
  for (const fs::path& file : stale) {
    fs::remove(file, error);
    // Folders of an old version go with their last file.
    for (fs::path parent = file.parent_path(); parent != folder && fs::is_empty(parent, error) && fs::remove(parent, error);) {
      parent = parent.parent_path();
    }
  }
  return Done{};
}

Result<std::string> read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{ErrorKind::NotFound, file.string(), "cannot be read", NextStep::CorrectInput};
  std::ostringstream content;
  content << stream.rdbuf();
  return std::move(content).str();
}

std::string hashed_name(const std::string& name, const std::string& content) {
  const std::string digest = digest_of(content, EVP_sha256());
  std::string hash;
  for (std::size_t i = 0; i < 6; ++i) {
    const auto byte = static_cast<unsigned char>(digest[i]);
    hash.push_back("0123456789abcdef"[byte >> 4]);
    hash.push_back("0123456789abcdef"[byte & 15]);
  }
  const std::size_t dot = name.rfind('.');
  return "/assets/" + name.substr(0, dot) + "." + hash + name.substr(dot);
}

std::string integrity_of(const std::string& content) {
  const std::string digest = digest_of(content, EVP_sha384());
  std::string base64(4 * ((digest.size() + 2) / 3) + 1, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), reinterpret_cast<const unsigned char*>(digest.data()),
                                     static_cast<int>(digest.size()));
  base64.resize(static_cast<std::size_t>(length));
  return "sha384-" + base64;
}

}  // namespace stadttor::headless
