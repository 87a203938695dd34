// AstArena: the memory of one tree: nodes and lists live until the arena goes, none is freed alone.
// Not for: anything with a destructor.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace loopscope::python {

class AstArena {
 public:
  AstArena() = default;
  AstArena(AstArena&&) = default;
  AstArena& operator=(AstArena&&) = default;

  template <typename T, typename... Arguments>
  T* make(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
  }

  template <typename T>
  std::span<T> copy(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* memory = static_cast<T*>(allocate(sizeof(T) * items.size(), alignof(T)));
    std::copy(items.begin(), items.end(), memory);
    return {memory, items.size()};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* memory = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(memory, text.data(), text.size());
    return {memory, text.size()};
  }

 private:
  static constexpr std::size_t kChunk = 16 * 1024;

  void* allocate(std::size_t bytes, std::size_t alignment) {
    std::size_t offset = (used_ + alignment - 1) & ~(alignment - 1);
    if (chunks_.empty() || offset + bytes > size_) {
      size_ = std::max(kChunk, bytes);
      chunks_.push_back(std::make_unique<std::byte[]>(size_));
      offset = 0;
    }
    used_ = offset + bytes;
    return chunks_.back().get() + offset;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

}  // namespace loopscope::python
