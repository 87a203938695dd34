// Value: one Python value in 64 bits, owning its reference. Ref<T>: an owning pointer to an object of known
// layout. Not here: what objects look like (object.h), nor what may be done with them (vm.h).
#pragma once

#include <bit>
#include <cstdint>
#include <utility>

#include "core/python/object.h"

namespace loopscope::python {

// Encoding (the same on wasm32 and x86-64):
//   0                               empty: unbound; as a result: an exception is raised in the machine
//   2 .. 255                        the immediates below
//   256 .. 2^48 - 1                 pointer to an Object
//   2^49 .. 0xFFFD'FFFF'FFFF'FFFF   double: its bits + 2^49 (NaNs are made canonical)
//   0xFFFE'0000'0000'0000 and up    int: 49-bit two's complement payload; wider ones are Integer objects
// Copying takes a reference, destroying drops it. Passing `const Value&` borrows. The markers (suspended,
// exhausted, deferred) are results of native functions and slots only; they are never stored.
class [[clang::trivial_abi]] Value {
 public:
  constexpr Value() = default;
  Value(const Value& other) : bits_(other.bits_) { retain_bits(bits_); }
  Value(Value&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
  Value& operator=(const Value& other) {
    retain_bits(other.bits_);
    release_bits(std::exchange(bits_, other.bits_));
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    release_bits(std::exchange(bits_, std::exchange(other.bits_, 0)));
    return *this;
  }
  ~Value() { release_bits(bits_); }

  // -- making --
  static constexpr Value none() { return Value(kNoneBits); }
  static constexpr Value true_value() { return Value(kTrueBits); }
  static constexpr Value false_value() { return Value(kFalseBits); }
  static constexpr Value boolean(bool value) { return Value(kFalseBits + static_cast<std::uint64_t>(value)); }
  static constexpr Value ellipsis() { return Value(kEllipsisBits); }
  static constexpr Value not_implemented() { return Value(kNotImplementedBits); }
  // The result is not there yet: a frame was pushed whose result it will be, or the fiber blocks or awaits.
  static constexpr Value suspended() { return Value(kSuspendedBits); }
  // A `next` slot has nothing more (no StopIteration object is made).
  static constexpr Value exhausted() { return Value(kExhaustedBits); }
  // Inside a NativeOnly scope: this needs the script; nothing was changed, take the library's way (vm.h).
  static constexpr Value deferred() { return Value(kDeferredBits); }

  static constexpr bool fits_small_int(std::int64_t value) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 15) >> 15 == value;
  }
  // `value` must fit; for any int64 see Vm::make_int.
  static constexpr Value small_int(std::int64_t value) {
    return Value(kIntTag | (static_cast<std::uint64_t>(value) & kIntPayload));
  }
  static constexpr Value real(double value) {
    if (value != value) return Value(kCanonicalNan + kDoubleOffset);
    return Value(std::bit_cast<std::uint64_t>(value) + kDoubleOffset);
  }
  // Takes over a reference that the caller owned.
  static Value steal(Object* object) { return Value(address_bits(object)); }
  // Takes a reference of its own.
  static Value share(Object* object) {
    ++object->references;
    return Value(address_bits(object));
  }
  // For storage that keeps raw bits: the reference passes to the new Value.
  static Value from_owned_bits(std::uint64_t bits) { return Value(bits); }
  // Gives the reference away; the Value is empty afterwards.
  std::uint64_t release_to_bits() { return std::exchange(bits_, 0); }

  // -- asking --
  constexpr std::uint64_t bits() const { return bits_; }
  constexpr bool is_empty() const { return bits_ == 0; }
  constexpr explicit operator bool() const { return bits_ != 0; }  // not empty; not Python's truth
  constexpr bool is_none() const { return bits_ == kNoneBits; }
  constexpr bool is_true() const { return bits_ == kTrueBits; }
  constexpr bool is_false() const { return bits_ == kFalseBits; }
  constexpr bool is_bool() const { return (bits_ | 1) == kTrueBits; }
  constexpr bool is_ellipsis() const { return bits_ == kEllipsisBits; }
  constexpr bool is_not_implemented() const { return bits_ == kNotImplementedBits; }
  constexpr bool is_suspended() const { return bits_ == kSuspendedBits; }
  constexpr bool is_exhausted() const { return bits_ == kExhaustedBits; }
  constexpr bool is_deferred() const { return bits_ == kDeferredBits; }
  // Neither a Python value: empty or one of the three markers. A native passes such a result on as it is.
  constexpr bool is_special() const {
    return bits_ == 0 || (bits_ - kSuspendedBits) <= kDeferredBits - kSuspendedBits;
  }
  constexpr bool is_small_int() const { return bits_ >= kIntTag; }
  constexpr bool is_double() const { return bits_ - kDoubleOffset < kIntTag - kDoubleOffset; }
  constexpr bool is_object() const { return is_object_bits(bits_); }
  bool is(const Value& other) const { return bits_ == other.bits_; }

  // -- reading; the caller has asked --
  constexpr std::int64_t as_small_int() const { return static_cast<std::int64_t>(bits_ << 15) >> 15; }
  constexpr double as_double() const { return std::bit_cast<double>(bits_ - kDoubleOffset); }
  Object* object() const { return reinterpret_cast<Object*>(static_cast<std::uintptr_t>(bits_)); }
  template <typename T>
  T* as() const {
    return static_cast<T*>(object());
  }

  static constexpr std::uint64_t kNoneBits = 0x02;
  static constexpr std::uint64_t kFalseBits = 0x06;
  static constexpr std::uint64_t kTrueBits = 0x07;
  static constexpr std::uint64_t kEllipsisBits = 0x0A;
  static constexpr std::uint64_t kNotImplementedBits = 0x0E;
  static constexpr std::uint64_t kSuspendedBits = 0x10;
  static constexpr std::uint64_t kExhaustedBits = 0x11;
  static constexpr std::uint64_t kDeferredBits = 0x12;
  static constexpr std::uint64_t kFirstAddress = 256;
  static constexpr std::uint64_t kDoubleOffset = std::uint64_t{1} << 49;
  static constexpr std::uint64_t kIntTag = 0xFFFE'0000'0000'0000;
  static constexpr std::uint64_t kIntPayload = (std::uint64_t{1} << 49) - 1;
  static constexpr std::uint64_t kCanonicalNan = 0x7FF8'0000'0000'0000;

  static constexpr bool is_object_bits(std::uint64_t bits) {
    return bits - kFirstAddress < (std::uint64_t{1} << 48) - kFirstAddress;
  }
  static void retain_bits(std::uint64_t bits) {
    if (is_object_bits(bits)) ++object_at(bits)->references;
  }
  static void release_bits(std::uint64_t bits) {
    if (is_object_bits(bits)) drop_reference(object_at(bits));
  }
  static Object* object_at(std::uint64_t bits) {
    return reinterpret_cast<Object*>(static_cast<std::uintptr_t>(bits));
  }

 private:
  constexpr explicit Value(std::uint64_t bits) : bits_(bits) {}
  static std::uint64_t address_bits(Object* object) { return reinterpret_cast<std::uintptr_t>(object); }

  std::uint64_t bits_ = 0;
};

static_assert(sizeof(Value) == 8);

// An owning pointer to an object whose layout is known; may be null.
template <typename T>
class [[clang::trivial_abi]] Ref {
 public:
  constexpr Ref() = default;
  constexpr Ref(std::nullptr_t) {}
  Ref(const Ref& other) : pointer_(other.pointer_) {
    if (pointer_) ++pointer_->references;
  }
  Ref(Ref&& other) noexcept : pointer_(std::exchange(other.pointer_, nullptr)) {}
  template <typename U>
    requires std::is_convertible_v<U*, T*>
  Ref(Ref<U> other) noexcept : pointer_(other.detach()) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(pointer_, other.pointer_);
    return *this;
  }
  ~Ref() {
    if (pointer_) drop_reference(pointer_);
  }

  static Ref steal(T* pointer) { return Ref(pointer); }
  static Ref share(T* pointer) {
    if (pointer) ++pointer->references;
    return Ref(pointer);
  }

  T* get() const { return pointer_; }
  T* operator->() const { return pointer_; }
  T& operator*() const { return *pointer_; }
  explicit operator bool() const { return pointer_ != nullptr; }
  // Gives the reference away.
  T* detach() { return std::exchange(pointer_, nullptr); }
  // A Value that shares the object; empty where the pointer is null.
  Value value() const& { return pointer_ ? Value::share(pointer_) : Value(); }
  Value value() && { return pointer_ ? Value::steal(detach()) : Value(); }

 private:
  explicit Ref(T* pointer) : pointer_(pointer) {}
  T* pointer_ = nullptr;
};

}  // namespace loopscope::python
