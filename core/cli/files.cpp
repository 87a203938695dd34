// By C's streams: core uses no exceptions and no iostreams.
// Not for: texts beyond the cap; a scenario of that size is a mistake.
#include "core/cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace loopscope::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;

std::string cannot(std::string_view what, const std::string& name) {
  return "can't " + std::string(what) + " '" + name + "': " + std::strerror(errno);
}

}  // namespace

std::expected<std::string, std::string> read_file(const std::string& name) {
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return std::unexpected(cannot("open file", name));
  std::string text;
  char buffer[65536];
  while (std::size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    text.append(buffer, count);
    if (text.size() > kMostBytes) break;
  }
  bool failed = std::ferror(file) != 0;
  std::string error = failed ? cannot("read", name) : "";
  if (file != stdin) std::fclose(file);
  if (failed) return std::unexpected(error);
  if (text.size() > kMostBytes) return std::unexpected("'" + name + "' is longer than 64 MB");
  return text;
}

std::string write_file(const std::string& name, std::string_view text) {
  std::FILE* file = std::fopen(name.c_str(), "wb");
  if (file == nullptr) return cannot("write", name);
  bool complete = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  std::string error = complete ? "" : cannot("write", name);
  if (std::fclose(file) != 0 && complete) error = cannot("write", name);
  return error;
}

}  // namespace loopscope::cli
