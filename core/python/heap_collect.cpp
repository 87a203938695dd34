// The cycle collector: finds tracked objects that only each other keep alive, by trial deletion, and frees
// them. Not here: dropping by reference counts (heap.cpp).
#include <cstring>
#include <unordered_map>

#include "core/python/dict.h"
#include "core/python/heap.h"
#include "core/python/tuple.h"
#include "core/python/type.h"

namespace loopscope::python {
namespace {

// References from outside the tracked objects; found by taking away those that come from inside.
using OutsideCounts = std::unordered_map<Object*, std::int64_t>;

class Subtract final : public GcVisitor {
 public:
  explicit Subtract(OutsideCounts& counts) : counts_(counts) {}
  using GcVisitor::visit;
  void visit(Object* object) override {
    if (auto found = counts_.find(object); found != counts_.end()) --found->second;
  }

 private:
  OutsideCounts& counts_;
};

constexpr std::int64_t kReached = std::int64_t{1} << 40;

class Reach final : public GcVisitor {
 public:
  explicit Reach(OutsideCounts& counts) : counts_(counts) {}
  using GcVisitor::visit;
  void visit(Object* object) override {
    auto found = counts_.find(object);
    if (found == counts_.end() || found->second == kReached) return;
    found->second = kReached;
    waiting.push_back(object);
  }
  std::vector<Object*> waiting;

 private:
  OutsideCounts& counts_;
};

void traverse(Object* object, GcVisitor& visitor) {
  traverse_instance_dict(object, visitor);
  visitor.visit(static_cast<Object*>(object->type));
  if (object->type->slots.traverse != nullptr) object->type->slots.traverse(object, visitor);
}

}  // namespace

std::size_t Heap::collect() {
  OutsideCounts counts;
  counts.reserve(tracked_);
  for (GcHeader* header = ring_.next; header != &ring_; header = header->next) {
    Object* object = object_of(header);
    counts.emplace(object, object->references);
  }
  Subtract subtract(counts);
  for (auto& [object, count] : counts) traverse(object, subtract);
  Reach reach(counts);
  for (auto& [object, count] : counts) {
    if (count > 0) reach.waiting.push_back(object);
  }
  for (Object* root : reach.waiting) counts[root] = kReached;
  while (!reach.waiting.empty()) {
    Object* object = reach.waiting.back();
    reach.waiting.pop_back();
    traverse(object, reach);
  }
  // In the order of creation, so that what the script sees does not hang on addresses.
  std::vector<Value> garbage;
  for (GcHeader* header = ring_.next; header != &ring_; header = header->next) {
    Object* object = object_of(header);
    if (auto found = counts.find(object); found != counts.end() && found->second != kReached) {
      garbage.push_back(Value::share(object));
    }
  }
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
    delete type->subclasses;
    type->subclasses = nullptr;
  }
}

}  // namespace loopscope::python
