// drop_flat: dropping what owns the next of its kind, which owns the next ..., by a loop. Not for: objects
// that own nothing of their kind.
#pragma once

#include <vector>

namespace loopscope::runtime {

// kDrop(object), unless one runs already: then it waits until that is over. A chain of any length takes one
// level of the stack. Allocates only for what waits.
template <auto kDrop, class T>
void drop_flat(T* object) {
  thread_local std::vector<T*>* waiting = nullptr;
  if (waiting != nullptr) {
    waiting->push_back(object);
    return;
  }
  std::vector<T*> queue;
  waiting = &queue;
  kDrop(object);
  while (!queue.empty()) {
    T* next = queue.back();
    queue.pop_back();
    kDrop(next);
  }
  waiting = nullptr;
}

}  // namespace loopscope::runtime
