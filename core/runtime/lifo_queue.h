// LifoQueue: asyncio.LifoQueue for C++: a Queue that gives the newest item first. Not for: how it waits, see
// queue.h.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/runtime/queue.h"

namespace loopscope::runtime {

template <class T>
class LastInFirstOut {
 public:
  std::size_t size() const { return items_.size(); }
  void push(T item) { items_.push_back(std::move(item)); }
  T pop() {
    T item = std::move(items_.back());
    items_.pop_back();
    return item;
  }

 private:
  std::vector<T> items_;
};

//   LifoQueue<Page> history(loop);
//   (void)history.put_now(page);
//   Result<Page> newest = history.get_now();
template <class T>
using LifoQueue = BasicQueue<T, LastInFirstOut<T>>;

}  // namespace loopscope::runtime
