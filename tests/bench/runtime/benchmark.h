// Google Benchmark; where it is not to be had (Emscripten), the part of it that the runtime's benches use.
// Not for: other benches.
#pragma once

#ifndef __EMSCRIPTEN__

#include <benchmark/benchmark.h>

#else

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace benchmark {

enum TimeUnit : std::uint8_t { kMillisecond };

template <typename T>
void DoNotOptimize(T&& value) {
  asm volatile("" : : "r,m"(value) : "memory");
}

// One run of a bench: `for (auto _ : state)` goes round as often as it was told.
class State {
 public:
  State(std::int64_t argument, std::size_t iterations) : argument_(argument), left_(iterations) {}
  std::int64_t range(int) const { return argument_; }
  void SetIterationTime(double) {}

  struct [[maybe_unused]] Round {};
  struct End {};
  class Iterator {
   public:
    explicit Iterator(State* state) : state_(state) {}
    bool operator!=(End) const { return state_->left_ > 0; }
    void operator++() { --state_->left_; }
    Round operator*() const { return {}; }

   private:
    State* state_;
  };
  Iterator begin() { return Iterator(this); }
  End end() const { return {}; }

  std::map<std::string, double> counters;

 private:
  std::int64_t argument_;
  std::size_t left_;
};

class Bench {
 public:
  using Function = void (*)(State&);
  Bench(const char* name, Function function) : name_(name), function_(function) {}
  Bench* Arg(std::int64_t argument) { return arguments_.push_back(argument), this; }
  Bench* UseManualTime() { return this; }
  Bench* Unit(TimeUnit) { return this; }
  Bench* Iterations(std::size_t count) { return iterations_ = count, this; }

  void run(bool shortly) {
    if (arguments_.empty()) arguments_.push_back(0);
    for (const std::int64_t argument : arguments_) {
      State state(argument, shortly ? 1 : iterations_);
      function_(state);
      std::string row = name_;
      if (argument != 0) row += "/" + std::to_string(argument);
      row.resize(24, ' ');
      for (const auto& [counter, value] : state.counters) {
        char text[64];
        std::snprintf(text, sizeof text, "  %s=%.4g", counter.c_str(), value);
        row += text;
      }
      std::puts(row.c_str());
    }
  }

  static std::vector<Bench*>& all() {
    static std::vector<Bench*> benches;
    return benches;
  }
  static Bench* add(const char* name, Function function) {
    return all().emplace_back(new Bench(name, function));
  }

 private:
  const char* name_;
  Function function_;
  std::vector<std::int64_t> arguments_;
  std::size_t iterations_ = 1'000'000;
};

inline int run_all(int count, char** arguments) {
  const bool shortly = count > 1 && std::string_view(arguments[1]) == "--short";
  for (Bench* bench : Bench::all()) bench->run(shortly);
  return 0;
}

}  // namespace benchmark

#define BENCHMARK(function)                                                 \
  [[maybe_unused]] static ::benchmark::Bench* const registered_##function = \
      ::benchmark::Bench::add(#function, function)
#define BENCHMARK_MAIN() \
  int main(int count, char** arguments) { return ::benchmark::run_all(count, arguments); }

#endif
