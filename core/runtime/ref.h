// Ref: an owning pointer to an object that counts its references itself (retain, release).
// Not for: weak references, or threads: counts are not atomic.
#pragma once

#include <cstddef>
#include <utility>

namespace loopscope::runtime {

// Owns one reference. `Ref(adopt, p)` takes over a reference that exists already (new objects are born with
// one).
struct Adopt {};
inline constexpr Adopt kAdopt{};

template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}
  explicit Ref(T* object) : object_(object) {
    if (object_ != nullptr) object_->retain();
  }
  Ref(Adopt, T* object) : object_(object) {}
  Ref(const Ref& other) : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <class U>
    requires(std::is_convertible_v<U*, T*>)
  Ref(Ref<U> other) : object_(other.take()) {}
  ~Ref() {
    if (object_ != nullptr) object_->release();
  }
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }

  T* get() const { return object_; }
  T& operator*() const { return *object_; }
  T* operator->() const { return object_; }
  explicit operator bool() const { return object_ != nullptr; }
  bool operator==(const Ref& other) const { return object_ == other.object_; }

  // Gives the reference away: the caller owes a release().
  [[nodiscard("the reference is the caller's now")]] T* take() { return std::exchange(object_, nullptr); }

 private:
  T* object_ = nullptr;
};

}  // namespace loopscope::runtime
