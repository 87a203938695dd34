// TaskName: a task's name in one word: most tasks are "Task-N". Not for: counting N, see run_ids.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::runtime {

class TaskName {
 public:
  TaskName() = default;
  TaskName(const TaskName&) = delete;
  TaskName& operator=(const TaskName&) = delete;
  ~TaskName() {
    if (!is_number()) delete text();
  }

  // "Task-N".
  void set_number(std::uint32_t number) { set_word(std::uintptr_t{number} << 1U | 1U); }
  void set_text(std::string_view name) { set_word(reinterpret_cast<std::uintptr_t>(new std::string(name))); }
  std::string str() const { return is_number() ? "Task-" + std::to_string(word_ >> 1U) : *text(); }

 private:
  bool is_number() const { return (word_ & 1U) != 0; }
  std::string* text() const { return reinterpret_cast<std::string*>(word_); }
  void set_word(std::uintptr_t word) {
    if (!is_number()) delete text();
    word_ = word;
  }

  std::uintptr_t word_ = 1;  // odd: the number, doubled; else the address of a string
};

}  // namespace loopscope::runtime
