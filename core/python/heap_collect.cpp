// The cycle collector: finds tracked objects that only each other keep alive, by trial deletion, and frees
// them. Not here: dropping by reference counts (heap.cpp).
#include <cstdint>
#include <limits>

#include "core/python/dict.h"
#include "core/python/heap.h"
#include "core/python/tuple.h"
#include "core/python/type.h"

namespace loopscope::python {
namespace {

// While a collection looks, an object's link to its predecessor makes room for the count of its references
// from outside the tracked objects, found by taking away those that come from inside. CPython does the same
// (Python/gc.c, gc_refs): no memory, no look-up. unreachable() mends the links.
using OutsideCount = std::uintptr_t;
constexpr OutsideCount kReached = std::numeric_limits<OutsideCount>::max();

OutsideCount outside_count(const GcHeader* header) {
  return reinterpret_cast<OutsideCount>(header->previous);
}
void set_outside_count(GcHeader* header, OutsideCount count) {
  header->previous = reinterpret_cast<GcHeader*>(count);
}

class Subtract final : public GcVisitor {
 public:
  using GcVisitor::visit;
  void visit(Object* object) override {
    if (!object->type->is_tracked()) return;
    GcHeader* header = gc_header_of(object);
    set_outside_count(header, outside_count(header) - 1);
  }
};

class Reach final : public GcVisitor {
 public:
  using GcVisitor::visit;
  void visit(Object* object) override {
    if (object->type->is_tracked()) reach(gc_header_of(object));
  }
  void reach(GcHeader* header) {
    if (outside_count(header) == kReached) return;
    set_outside_count(header, kReached);
    waiting.push_back(object_of(header));
  }
  std::vector<Object*> waiting;
};

void traverse(Object* object, GcVisitor& visitor) {
  traverse_instance_dict(object, visitor);
  visitor.visit(static_cast<Object*>(object->type));
  if (object->type->slots.traverse != nullptr) object->type->slots.traverse(object, visitor);
}

// What no reference from outside leads to, in the order of creation, so that what the script sees does not
// hang on addresses. The links to predecessors are right again when it returns.
std::vector<Value> unreachable(GcHeader& ring) {
  for (GcHeader* header = ring.next; header != &ring; header = header->next) {
    set_outside_count(header, object_of(header)->references);
  }
  Subtract subtract;
  for (GcHeader* header = ring.next; header != &ring; header = header->next)
    traverse(object_of(header), subtract);
  Reach reach;
  for (GcHeader* header = ring.next; header != &ring; header = header->next) {
    if (outside_count(header) > 0) reach.reach(header);
    while (!reach.waiting.empty()) {
      Object* object = reach.waiting.back();
      reach.waiting.pop_back();
      traverse(object, reach);
    }
  }
  std::vector<Value> found;
  GcHeader* previous = &ring;
  for (GcHeader* header = ring.next; header != &ring; header = header->next) {
    if (outside_count(header) != kReached) found.push_back(Value::share(object_of(header)));
    header->previous = previous;
    previous = header;
  }
  ring.previous = previous;
  return found;
}

}  // namespace

std::size_t Heap::collect() {
  std::vector<Value> garbage = unreachable(ring_);
  bool finalizers = false;
  for (Value& value : garbage) {
    Type* type = value.object()->type;
    if (!closing_ && type->has_flag(kTypeHasFinalizer) && type->finalize != nullptr &&
        type->finalize(*this, value.object())) {
      finalizers = true;
    }
  }
  next_collection_ = tracked_ + tracked_ / 4 + 20'000;
  // A finalizer may bring anything back: look again once they have run.
  if (finalizers) return 0;
  for (Value& value : garbage) {
    Object* object = value.object();
    clear_instance_dict(object);
    if (object->type->slots.clear != nullptr) object->type->slots.clear(*this, object);
  }
  std::size_t count = garbage.size();
  garbage.clear();
  next_collection_ = tracked_ + tracked_ / 4 + 20'000;
  return count;
}

void Heap::close() {
  closing_ = true;
  finalizers_.clear();
  finalizers_pending_ = false;
  for (int round = 0; round < 4; ++round) {
    if (collect() == 0) break;
  }
}

void Heap::release_all() {
  std::vector<Type*> types;
  for (GcHeader* header = ring_.next; header != &ring_; header = header->next) {
    if (object_of(header)->type->layout == Layout::kType)
      types.push_back(static_cast<Type*>(object_of(header)));
  }
  // Types stay readable to the end: what is dropped now still asks them how.
  for (Type* type : types) ++type->references;
  for (Type* type : types) {
    type->dict = nullptr;
    type->script_init = Value();
    type->script_new = Value();
    type->module = Value();
    type->qualname = Value();
  }
  for (Type* type : types) {
    type->bases = nullptr;
    type->mro = nullptr;
    type->base = nullptr;
    type->name = Value();
    type->message_name = Value();
    delete type->subclasses;
    type->subclasses = nullptr;
  }
}

}  // namespace loopscope::python
