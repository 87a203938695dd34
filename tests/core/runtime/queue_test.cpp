// Queue, LifoQueue and PriorityQueue: the programs of scenarios/queues.py. Not for: Event, which join uses.
#include "core/runtime/queue.h"

#include <array>
#include <memory>

#include "core/runtime/lifo_queue.h"
#include "core/runtime/priority_queue.h"
#include "core/runtime/sleep.h"
#include "tests/core/runtime/cut_off.h"
#include "tests/core/runtime/scenario.h"

namespace loopscope::runtime {
namespace {

using std::chrono::milliseconds;

std::string queue_words(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::QueueFull:
      return "QueueFull";
    case ErrorKind::QueueEmpty:
      return "QueueEmpty";
    case ErrorKind::QueueShutDown:
      return "QueueShutDown";
    default:
      return error.message();
  }
}

Coroutine<> puts(Log& log, Queue<int>& queue, std::string name, std::vector<int> items) {
  for (const int item : items) {
    if (auto put = co_await queue.put(item); put) {
      log(name + " put " + std::to_string(item));
    } else if (put.error().cancelled()) {
      co_return put;
    } else {
      log(name + " " + queue_words(put.error()));
    }
  }
  co_return {};
}

std::string text(int item) { return std::to_string(item); }
std::string text(const std::pair<int, std::string>& item) { return item.second; }

template <class T, class Items>
Coroutine<> gets(Log& log, BasicQueue<T, Items>& queue, std::string name, int count, int pause = 0) {
  for (int i = 0; i < count; ++i) {
    auto item = co_await queue.get();
    if (!item && item.error().cancelled()) co_return item.error();
    if (!item) {
      log(name + " " + queue_words(item.error()));
      continue;
    }
    log(name + " got " + text(*item));
    if (auto slept = co_await sleep(milliseconds(pause)); !slept) co_return slept;
    (void)queue.task_done();
  }
  co_return {};
}

Coroutine<> joins(Log& log, Queue<int>& queue) {
  if (auto joined = co_await queue.join(); !joined) co_return joined;
  log("joined");
  co_return {};
}

Coroutine<> results(Log& log, std::vector<Task<>> tasks) {
  for (const Task<>& task : tasks) {
    if (auto done = co_await task; !done) {
      if (!task.done()) co_return done;
      log("lost");
    }
  }
  co_return {};
}

void attempt_get(Log& log, Queue<int>& queue) {
  auto item = queue.get_now();
  log("get_nowait " + (item ? text(*item) : queue_words(item.error())));
}
void attempt_put(Log& log, Queue<int>& queue, int item) {
  auto put = queue.put_now(item);
  log("put_nowait " + (put ? "None" : queue_words(put.error())));
}

Coroutine<> getters_and_putters_take_turns_in_their_order(EventLoop& loop, Log& log) {
  Queue<int> queue(loop, 1);
  std::vector<Task<>> tasks;
  tasks.push_back(create_task(loop, puts(log, queue, "p", {1, 2, 3})));
  tasks.push_back(create_task(loop, puts(log, queue, "q", {4, 5})));
  tasks.push_back(create_task(loop, gets(log, queue, "a", 3)));
  tasks.push_back(create_task(loop, gets(log, queue, "b", 2, 1)));
  co_return co_await results(log, std::move(tasks));
}
LOOPSCOPE_SCENARIO("queues", getters_and_putters_take_turns_in_their_order);

Coroutine<> a_woken_one_that_is_cancelled_passes_its_turn_on(EventLoop& loop, Log& log) {
  Queue<int> queue(loop, 1);
  std::vector<Task<>> getters;
  for (const char* name : {"a", "b", "c"}) getters.push_back(create_task(loop, gets(log, queue, name, 1)));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  (void)queue.put_now(1);
  getters[0].cancel();
  getters[1].cancel();
  if (auto done = co_await results(log, getters); !done) co_return done;
  (void)queue.put_now(2);
  std::vector<Task<>> putters;
  for (const char* name : {"p", "q"}) putters.push_back(create_task(loop, puts(log, queue, name, {3})));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  log("took " + text(*queue.get_now()));
  putters[0].cancel();
  co_return co_await results(log, putters);
}
LOOPSCOPE_SCENARIO("queues", a_woken_one_that_is_cancelled_passes_its_turn_on);

Coroutine<> join_waits_for_what_was_taken_to_be_done(EventLoop& loop, Log& log) {
  Queue<int> queue(loop);
  for (int i = 0; i < 3; ++i) (void)queue.put_now(i);
  std::vector<Task<>> tasks;
  tasks.push_back(create_task(loop, joins(log, queue)));
  tasks.push_back(create_task(loop, gets(log, queue, "a", 3, 1)));
  if (auto done = co_await results(log, tasks); !done) co_return done;
  if (auto joined = co_await joins(log, queue); !joined) co_return joined;
  if (auto done = queue.task_done(); !done) log(done.error().message());
  co_return {};
}
LOOPSCOPE_SCENARIO("queues", join_waits_for_what_was_taken_to_be_done);

Coroutine<> a_shut_down_queue_gives_what_it_has_and_takes_nothing(EventLoop& loop, Log& log) {
  Queue<int> queue(loop, 2);
  std::vector<Task<>> tasks;
  tasks.push_back(create_task(loop, puts(log, queue, "p", {1, 2, 3, 4})));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  queue.shutdown();
  attempt_put(log, queue, 9);
  tasks.push_back(create_task(loop, gets(log, queue, "a", 3)));
  tasks.push_back(create_task(loop, joins(log, queue)));
  if (auto done = co_await results(log, tasks); !done) co_return done;
  attempt_get(log, queue);
  co_return {};
}
LOOPSCOPE_SCENARIO("queues", a_shut_down_queue_gives_what_it_has_and_takes_nothing);

Coroutine<> who_waits_at_it_when_it_is_shut_down_hears_of_it(EventLoop& loop, Log& log) {
  Queue<int> queue(loop);
  std::vector<Task<>> tasks;
  for (const char* name : {"a", "b"}) tasks.push_back(create_task(loop, gets(log, queue, name, 1)));
  if (auto turn = co_await yield_now(); !turn) co_return turn;
  queue.shutdown();
  log("shut down");
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("queues", who_waits_at_it_when_it_is_shut_down_hears_of_it);

Coroutine<> shut_down_at_once_it_drops_what_it_has(EventLoop& loop, Log& log) {
  Queue<int> queue(loop, 2);
  std::vector<Task<>> tasks;
  tasks.push_back(create_task(loop, puts(log, queue, "p", {1, 2, 3})));
  tasks.push_back(create_task(loop, joins(log, queue)));
  if (auto slept = co_await sleep(milliseconds(1)); !slept) co_return slept;
  queue.shutdown(true);
  log("size " + std::to_string(queue.size()));
  attempt_get(log, queue);
  co_return co_await results(log, tasks);
}
LOOPSCOPE_SCENARIO("queues", shut_down_at_once_it_drops_what_it_has);

Coroutine<> without_waiting_it_says_full_or_empty(EventLoop& loop, Log& log) {
  Queue<int> queue(loop, 1);
  attempt_get(log, queue);
  attempt_put(log, queue, 1);
  attempt_put(log, queue, 2);
  attempt_get(log, queue);
  co_return {};
}
LOOPSCOPE_SCENARIO("queues", without_waiting_it_says_full_or_empty);

Coroutine<> a_lifo_queue_gives_the_newest_first(EventLoop& loop, Log& log) {
  LifoQueue<int> queue(loop);
  for (const int item : {1, 2, 3}) {
    if (auto put = co_await queue.put(item); !put) co_return put;
  }
  if (auto got = co_await gets(log, queue, "a", 2); !got) co_return got;
  if (auto put = co_await queue.put(4); !put) co_return put;
  co_return co_await gets(log, queue, "a", 2);
}
LOOPSCOPE_SCENARIO("queues", a_lifo_queue_gives_the_newest_first);

Coroutine<> a_priority_queue_gives_the_least_first(EventLoop& loop, Log& log) {
  PriorityQueue<int> queue(loop);
  for (const int item : {5, 3, 8, 1, 9, 2, 7}) {
    if (auto put = co_await queue.put(item); !put) co_return put;
  }
  if (auto got = co_await gets(log, queue, "a", 3); !got) co_return got;
  for (const int item : {4, 0}) {
    if (auto put = co_await queue.put(item); !put) co_return put;
  }
  co_return co_await gets(log, queue, "a", 6);
}
LOOPSCOPE_SCENARIO("queues", a_priority_queue_gives_the_least_first);

using Job = std::pair<int, std::string>;
struct ByPriority {
  bool operator()(const Job& a, const Job& b) const { return a.first < b.first; }
};

Coroutine<> equal_priorities_come_out_as_the_heap_has_them(EventLoop& loop, Log& log) {
  PriorityQueue<Job, ByPriority> queue(loop);
  for (int i = 0; i < 12; ++i) {
    const int priority = i * 7 % 3;
    auto put = co_await queue.put({priority, std::to_string(priority) + static_cast<char>('a' + i)});
    if (!put) co_return put;
  }
  co_return co_await gets(log, queue, "a", 12);
}
LOOPSCOPE_SCENARIO("queues", equal_priorities_come_out_as_the_heap_has_them);

Coroutine<int> moves_through(EventLoop& loop) {
  Queue<std::unique_ptr<int>> queue(loop);
  if (auto put = co_await queue.put(std::make_unique<int>(5)); !put) co_return put.error();
  auto item = co_await queue.get();
  if (!item) co_return item.error();
  co_return **item;
}

class QueueItems : public CutOffTest {};

LOOP_TEST(QueueItems, MayBeMovedOnly) {
  CutOffLoop loop(host);
  ASSERT_RUN(run(loop, moves_through(loop)), 5);
}

}  // namespace
}  // namespace loopscope::runtime
