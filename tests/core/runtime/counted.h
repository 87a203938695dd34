// Counted: a value that counts its living copies: proves that nothing leaks and nothing is destroyed twice.
// Not for: comparing contents.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <utility>

namespace loopscope::runtime {

class Counted {
 public:
  explicit Counted(int number) : number_(number) { live().insert(this); }
  Counted(const Counted& other) : number_(other.number_) { live().insert(this); }
  Counted(Counted&& other) noexcept : number_(std::exchange(other.number_, -1)) { live().insert(this); }
  Counted& operator=(const Counted&) = default;
  Counted& operator=(Counted&& other) noexcept {
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  ~Counted() { EXPECT_EQ(live().erase(this), 1U) << "destroyed twice"; }

  int number() const { return number_; }
  static std::size_t alive() { return live().size(); }

 private:
  static std::set<const Counted*>& live() {
    static std::set<const Counted*> objects;
    return objects;
  }
  int number_;
};

}  // namespace loopscope::runtime
