// Random programs of everything that waits: each writes what CPython wrote (scenarios/random_programs.txt),
// and is cut off after every possible number of steps. Not for: saying what is wrong when one differs; the
// topics' tests do.
#include <cctype>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>

#include "core/runtime/barrier.h"
#include "core/runtime/diagnostics.h"
#include "core/runtime/gather.h"
#include "core/runtime/queue.h"
#include "core/runtime/semaphore.h"
#include "core/runtime/shield.h"
#include "core/runtime/task_group.h"
#include "core/runtime/timeout.h"
#include "core/runtime/wait_for.h"
#include "tests/core/runtime/work.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;
using Words = std::vector<std::string>;

struct RandomProgram {
  std::string name;
  std::vector<Words> tasks;
  std::vector<std::string> lines;
};

// One operation: its word, its numbers, its blocks.
struct Op {
  std::string word;
  std::vector<int> numbers;
  std::vector<Words> blocks;
};

std::size_t closing(const Words& words, std::size_t at) {
  int depth = 0;
  for (;; ++at) {
    depth += (words[at] == "{") - (words[at] == "}");
    if (depth == 0) return at;
  }
}

std::vector<Op> parse(const Words& words) {
  std::vector<Op> ops;
  for (std::size_t at = 0; at < words.size();) {
    Op op{.word = words[at++], .numbers = {}, .blocks = {}};
    for (; at < words.size() && std::isdigit(words[at].front()) != 0; ++at)
      op.numbers.push_back(std::stoi(words[at]));
    while (at < words.size() && words[at] == "{") {
      const std::size_t end = closing(words, at);
      op.blocks.emplace_back(words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                             words.begin() + static_cast<std::ptrdiff_t>(end));
      at = end + 1;
    }
    if (at < words.size() && words[at] == ";") ++at;
    ops.push_back(std::move(op));
  }
  return ops;
}

std::string words_of(const Error& error) {
  return error.is(ErrorKind::BrokenBarrier) ? "broken" : words(error);
}

// What the tasks of a program share; each of their frames keeps it alive. The same in Python: class Program.
struct World {
  World(EventLoop& event_loop, Log& a_log)
      : loop(event_loop),
        log(a_log),
        lock(loop),
        semaphore(loop, 2),
        permits(loop, 1),
        event(loop),
        condition(loop),
        barrier(loop, 2),
        queue(loop, 1) {}
  EventLoop& loop;
  Log& log;
  Lock lock;
  Semaphore semaphore;
  Semaphore permits;
  Event event;
  Condition condition;
  Barrier barrier;
  Queue<int> queue;
  std::vector<Task<>> tasks;
  std::vector<Task<>> all;  // children, too
};
using Shared = std::shared_ptr<World>;

Coroutine<> ops(Shared world, std::string name, Words words);

Coroutine<> whole_task(Shared world, std::string name, Words words) {
  auto done = co_await ops(world, name, std::move(words));
  world->log(done ? name + " ends" : name + " " + words_of(done.error()));
  co_return done;
}

// What an operation says when it ends well; empty: nothing.
using Said = Result<std::string>;

Said said(const Result<>& result) { return result ? Said("") : Said(std::unexpected(result.error())); }

Coroutine<std::string> at_condition(Shared world, int notifies) {
  if (auto locked = co_await world->condition.acquire(); !locked) co_return locked.error();
  Result<> done;
  if (notifies > 0) {
    done = world->condition.notify(static_cast<std::size_t>(notifies));
  } else {
    done = co_await world->condition.wait();
  }
  world->condition.release();
  co_return said(done);
}

Coroutine<std::string> permit(Shared world) {
  world->permits.release();
  for (int i = 0; i < 2; ++i) {
    if (auto permitted = co_await world->permits.acquire(); !permitted) co_return permitted.error();
  }
  world->permits.release();
  co_return "";
}

Coroutine<std::string> waits(Shared world, std::vector<int> numbers) {
  constexpr ReturnWhen kModes[] = {ReturnWhen::FirstCompleted, ReturnWhen::FirstException,
                                   ReturnWhen::AllCompleted};
  WaitOptions options{.return_when = kModes[numbers[0]]};
  if (numbers[3] > 0) options.timeout = milliseconds(numbers[3]);
  auto waited =
      co_await wait(std::vector<Task<>>{world->tasks[numbers[1]], world->tasks[numbers[2]]}, options);
  if (!waited) co_return waited.error();
  co_return std::to_string(waited->done.size()) + " " + std::to_string(waited->pending.size());
}

Coroutine<> body_of_group(Shared world, std::string name, TaskGroup& group, std::vector<Words> blocks) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    auto task = group.create_task(whole_task(world, name + "." + std::to_string(i - 1), blocks[i]));
    if (!task) co_return task.error();
    world->all.push_back(*task);
  }
  co_return co_await ops(world, name, blocks[0]);
}

Coroutine<std::string> gathers(Shared world, std::string name, std::vector<Words> blocks,
                               bool return_exceptions) {
  std::vector<Future<>> tasks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Task<> task = create_task(world->loop, whole_task(world, name + "." + std::to_string(i), blocks[i]));
    world->all.push_back(task);
    tasks.push_back(std::move(task));
  }
  if (return_exceptions) {
    auto results = co_await gather_results(world->loop, std::move(tasks));
    if (!results) co_return results.error();
  } else {
    auto done = co_await gather(world->loop, std::move(tasks));
    if (!done) co_return done.error();
  }
  co_return "";
}

Coroutine<std::string> with_block(Shared world, std::string name, Op op) {
  if (op.word == "lock" || op.word == "semaphore") {
    const bool lock = op.word == "lock";
    auto entered = co_await (lock ? world->lock.acquire() : world->semaphore.acquire());
    if (!entered) co_return entered.error();
    auto done = co_await ops(world, name, op.blocks[0]);
    if (lock) {
      world->lock.release();
    } else {
      world->semaphore.release();
    }
    co_return said(done);
  }
  if (op.word == "timeout") {
    Timeout limit = timeout(world->loop, milliseconds(op.numbers[0]));
    co_return said(co_await limit.run(ops(world, name, op.blocks[0])));
  }
  if (op.word == "try") {
    auto done = co_await ops(world, name, op.blocks[0]);
    co_return done ? std::string() : words_of(done.error());
  }
  if (op.word == "group") {
    TaskGroup group(world->loop);
    co_return said(co_await group.run(body_of_group(world, name, group, op.blocks)));
  }
  co_return co_await gathers(world, name, op.blocks, op.word == "gather_all");
}

Coroutine<std::string> without_block(Shared world, std::string name, Op op) {
  if (op.word == "sleep") co_return said(co_await sleep(milliseconds(op.numbers[0])));
  if (op.word == "put") co_return said(co_await world->queue.put(1));
  if (op.word == "get") {
    auto item = co_await world->queue.get();
    co_return item ? Said("") : Said(std::unexpected(item.error()));
  }
  if (op.word == "set") world->event.set();
  if (op.word == "clear") world->event.clear();
  if (op.word == "event") co_return said(co_await world->event.wait());
  if (op.word == "wait_c") co_return co_await at_condition(world, 0);
  if (op.word == "notify") co_return co_await at_condition(world, op.numbers[0]);
  if (op.word == "barrier") {
    auto index = co_await world->barrier.wait();
    if (!index) co_return index.error();
    co_return std::to_string(*index);
  }
  if (op.word == "permit") co_return co_await permit(world);
  if (op.word == "cancel") {
    const std::size_t number = static_cast<std::size_t>(op.numbers[0]) % world->tasks.size();
    co_return world->tasks[number].cancel() ? "True" : "False";
  }
  if (op.word == "cancelling") co_return std::to_string((co_await this_task()).cancelling());
  if (op.word == "fail") co_return Error(ErrorKind::Failed, name);
  if (op.word == "shield") co_return said(co_await shield(world->tasks[op.numbers[0]]));
  if (op.word == "await") co_return said(co_await world->tasks[op.numbers[0]]);
  if (op.word == "wait") co_return co_await waits(world, op.numbers);
  if (op.word == "wait_for") {
    co_return said(co_await wait_for(world->tasks[op.numbers[0]], milliseconds(op.numbers[1])));
  }
  co_return "";
}

Coroutine<> ops(Shared world, std::string name, Words words) {
  for (const Op& op : parse(words)) {
    Said done = co_await (op.blocks.empty() ? without_block(world, name, op) : with_block(world, name, op));
    if (!done) {
      world->log(name + " " + op.word + " " + words_of(done.error()));
      co_return done.error();
    }
    world->log(name + " " + op.word + (done->empty() ? "" : " " + *done));
  }
  co_return {};
}

Coroutine<> whole(EventLoop& loop, Log& log, const RandomProgram& program) {
  set_exception_handler(loop, [](EventLoop&, const ErrorContext&) {});
  const Shared world = std::make_shared<World>(loop, log);
  for (std::size_t i = 0; i < program.tasks.size(); ++i) {
    world->tasks.push_back(create_task(loop, whole_task(world, "t" + std::to_string(i), program.tasks[i])));
  }
  world->all = world->tasks;
  for (;;) {
    std::vector<Task<>> left = world->all;
    std::erase_if(left, [](const Task<>& task) { return task.done(); });
    if (left.empty()) co_return {};
    if (auto waited = co_await wait(left, {.timeout = milliseconds(30)}); !waited) co_return waited.error();
    log("rest");
    for (const Task<>& task : world->all) {
      if (!task.done()) task.cancel();
    }
    if (auto turn = co_await yield_now(); !turn) co_return turn;
  }
}

std::vector<RandomProgram> recorded_programs() {
  const char* other = std::getenv("LOOPSCOPE_RANDOM_PROGRAMS");
  std::ifstream file(other != nullptr
                         ? std::filesystem::path(other)
                         : std::filesystem::path(__FILE__).parent_path() / "scenarios/random_programs.txt");
  std::vector<RandomProgram> programs;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('[')) {
      programs.push_back({.name = line, .tasks = {}, .lines = {}});
    } else if (line.starts_with("| ")) {
      Words words;
      for (std::size_t at = 2; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end + 1;
      }
      programs.back().tasks.push_back(std::move(words));
    } else {
      programs.back().lines.push_back(line);
    }
  }
  return programs;
}

TEST(RandomPrograms, WriteWhatCPythonWrites) {
  const std::vector<RandomProgram> programs = recorded_programs();
  ASSERT_FALSE(programs.empty());
  for (const RandomProgram& program : programs) {
    ManualHost host;
    EventLoop loop(host);
    Log log(loop);
    const Result<> ran = run(loop, whole(loop, log, program));
    log(ran ? "end" : "end " + ran.error().message());
    EXPECT_EQ(log.lines, program.lines) << program.name;
  }
}

TEST(RandomPrograms, AreCutOffAfterEveryNumberOfSteps) {
  for (const RandomProgram& program : recorded_programs()) {
    bool ended = false;
    for (std::uint64_t steps = 0; !ended; ++steps) {
      ManualHost host;
      host.questions_per_slice = 1;
      EventLoop loop(host, {.steps_per_slice_check = 1});
      Log log(loop);
      const Task<> main = create_task(loop, whole(loop, log, program));
      while (loop.steps() < steps && !ended) ended = loop.run_once().kind == Progress::Kind::Stuck;
    }
  }
}

}  // namespace
}  // namespace loopscope::runtime
