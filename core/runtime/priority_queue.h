// PriorityQueue: asyncio.PriorityQueue for C++: a Queue that gives the least item first. Not for: how it
// waits, see queue.h.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "core/runtime/queue.h"

namespace loopscope::runtime {

// A binary heap that moves items as CPython's heapq does (heapq.py, _siftdown and _siftup), so that equal
// items come out in CPython's order, too. `Less` is CPython's `<`.
template <class T, class Less>
class LeastFirst {
 public:
  std::size_t size() const { return items_.size(); }
  void push(T item) {
    items_.push_back(std::move(item));
    rise(0, items_.size() - 1);
  }
  T pop() {
    T last = std::move(items_.back());
    items_.pop_back();
    if (items_.empty()) return last;
    T least = std::exchange(items_.front(), std::move(last));
    sink_first();
    return least;
  }

 private:
  // The item at `at` goes up towards `top`, past those that it is less than.
  void rise(std::size_t top, std::size_t at) {
    T item = std::move(items_[at]);
    while (at > top) {
      const std::size_t parent = (at - 1) / 2;
      if (!less_(item, items_[parent])) break;
      items_[at] = std::move(items_[parent]);
      at = parent;
    }
    items_[at] = std::move(item);
  }
  // Down to a leaf along the lesser children, then up again: fewer comparisons than stopping on the way.
  void sink_first() {
    T item = std::move(items_.front());
    std::size_t at = 0;
    for (std::size_t child = 1; child < items_.size(); child = 2 * at + 1) {
      if (child + 1 < items_.size() && !less_(items_[child], items_[child + 1])) ++child;
      items_[at] = std::move(items_[child]);
      at = child;
    }
    items_[at] = std::move(item);
    rise(0, at);
  }

  std::vector<T> items_;
  [[no_unique_address]] Less less_;
};

//   PriorityQueue<std::pair<int, std::string>> jobs(loop);
//   (void)jobs.put_now({2, "later"});
//   (void)jobs.put_now({1, "first"});
//   auto job = co_await jobs.get();   // {1, "first"}
template <class T, class Less = std::less<T>>
using PriorityQueue = BasicQueue<T, LeastFirst<T, Less>>;

}  // namespace loopscope::runtime
