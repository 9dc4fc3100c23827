// The engine as a WebAssembly module of its own, for the bench: load an index, find, read the ids of the hits.
// Exported functions take and give addresses in the module's memory.
#include <cstddef>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <string>

#include "portal/search/search_index.h"

namespace search = stadttor::portal::search;

namespace {
std::unique_ptr<search::SearchIndex> loaded;
std::string answer;
}  // namespace

extern "C" {

char* bench_allocate(std::size_t size) { return static_cast<char*>(std::malloc(size)); }

// Returns the number of documents, or 0 if the file is unsound.
std::uint32_t bench_load(char* bytes, std::size_t size) {
  auto read = search::SearchIndex::read(std::string(bytes, size));
  std::free(bytes);
  if (!read.ok()) return 0;
  loaded = std::make_unique<search::SearchIndex>(std::move(read).value());
  return loaded->documents().size();
}

// Bytes in use, the index among them.
std::size_t bench_memory() { return mallinfo().uordblks; }

// The ids of the hits, one a line, ending with a 0 byte.
const char* bench_find(const char* typed, std::size_t size, std::size_t limit) {
  answer.clear();
  for (const search::Hit& hit : loaded->find({typed, size}, limit)) {
    answer += hit.id;
    answer += '\n';
  }
  return answer.c_str();
}
}
