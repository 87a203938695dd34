// enumerate, zip, map and filter: native where their sources are, else around a generator of
// library/iterables.py. Not reversed (reversed_type.cpp).
#include "core/python/types/lazy_iterators.h"

#include <string>

#include "core/python/types/iterators.h"
#include "core/python/types/native_depth.h"
#include "core/python/types/operands.h"
#include "core/python/types/own_types.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

// Who drives what: a native source is asked one item at a time; sources that may run the script are driven by
// `inner`, a library generator, and `next` is passed on to it.
struct LazyIterator : Object {
  Value function;      // map, filter
  Ref<Tuple> sources;  // iterators
  Value pending;       // map: arguments, filter: an item, taken while the script could not run
  Value inner;         // not empty: the generator that does everything
  std::int64_t index;  // enumerate
  bool strict;         // zip
};

LazyIterator* lazy_of(const Value& value) { return value.as<LazyIterator>(); }
const Value& source_of(LazyIterator* lazy) { return (*lazy->sources)[0]; }

Value make_lazy(Vm& vm, OwnType type, Value function, Ref<Tuple> sources) {
  auto* lazy = vm.heap.make<LazyIterator>(own_type(vm, type));
  lazy->function = std::move(function);
  lazy->sources = std::move(sources);
  return Value::steal(lazy);
}

bool all_native(const Ref<Tuple>& sources) {
  for (const Value& source : sources->items()) {
    if (!is_native_iterator(source)) return false;
  }
  return true;
}

// Gives the lazy iterator its generator; false: raised.
bool drive_by(const Value& lazy, Value generator) {
  if (generator.is_special()) return false;
  lazy_of(lazy)->inner = std::move(generator);
  return true;
}

// iter() of each. Empty with *deferred: one of them needs the script.
Ref<Tuple> iterators_of(Vm& vm, std::span<const Value> iterables, bool* deferred) {
  Ref<Tuple> sources = make_tuple(vm, iterables.size());
  Vm::NativeOnly scope(vm);
  for (std::size_t i = 0; i < iterables.size(); ++i) {
    Value iterator = vm.iterate(iterables[i]);
    *deferred = iterator.is_deferred();
    if (iterator.is_special()) return nullptr;
    (*sources)[i] = std::move(iterator);
  }
  return sources;
}

// -- enumerate --

Value enumerate_over(Vm& vm, const Value& iterator, const Value& start) {
  Ref<Tuple> sources = make_tuple(vm, std::span(&iterator, 1));
  // Counting from a 49-bit number stays within 64 bits.
  bool native = all_native(sources) && start.is_small_int();
  Value lazy = make_lazy(vm, OwnType::kEnumerate, Value(), std::move(sources));
  if (native) {
    lazy_of(lazy)->index = start.as_small_int();
    return lazy;
  }
  return drive_by(lazy, vm.call_library("iterables", "enumerate_items", iterator, start)) ? lazy : Value();
}

Value enumerate_create(Vm& vm, Type*, const Arguments& arguments) {
  Value bound[2];
  if (arguments.size() == 0 && (arguments.keyword_count == 0 || arguments.keyword_count > 2)) {
    return vm.raise(vm.types.type_error, "enumerate() missing required argument 'iterable'");
  }
  for (std::uint32_t i = 0; i < arguments.keyword_count && arguments.size() + arguments.keyword_count < 3;
       ++i) {
    std::string_view name = arguments.keyword_name(i);
    if (name == "iterable" || (name == "start" && arguments.size() + arguments.keyword_count == 2)) continue;
    return vm.raise(vm.types.type_error, "'", name, "' is an invalid keyword argument for enumerate()");
  }
  if (!bind_arguments(vm, arguments, "enumerate", "iterable, start=", bound)) return {};
  Value start = bound[1].is_empty() ? Value::small_int(0) : vm.index_value(bound[1]);
  if (start.is_empty()) return {};
  start = make_integer(vm, big_of(start));
  bool deferred = false;
  Ref<Tuple> sources = iterators_of(vm, std::span(bound, 1), &deferred);
  if (sources) return enumerate_over(vm, (*sources)[0], start);
  if (!deferred) return {};
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("iterables", "make_enumerate", bound[0], start);
}

Value enumerate_next(Vm& vm, const Value& self) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm);
  auto* lazy = lazy_of(self);
  if (!lazy->inner.is_empty()) return vm.next(lazy->inner);
  const Value& source = source_of(lazy);
  Value item = source.object()->type->slots.next(vm, source);
  if (item.is_special()) return item;
  Ref<Tuple> pair = make_tuple(vm, std::size_t{2});
  (*pair)[0] = vm.make_int(lazy->index++);
  (*pair)[1] = std::move(item);
  return std::move(pair).value();
}

// -- zip --

Value zip_over(Vm& vm, Ref<Tuple> sources, bool strict) {
  bool native = all_native(sources);
  Value all = sources.value();
  Value lazy = make_lazy(vm, OwnType::kZip, Value(), std::move(sources));
  lazy_of(lazy)->strict = strict;
  if (native) return lazy;
  return drive_by(lazy, vm.call_library("iterables", "zip_items", all, Value::boolean(strict))) ? lazy
                                                                                                : Value();
}

Value zip_create(Vm& vm, Type*, const Arguments& arguments) {
  bool strict = false;
  if (arguments.keyword_count > 0) {
    Value bound[1];
    if (!bind_arguments(vm, arguments.skip(arguments.positional_count), "zip", "*, strict=", bound))
      return {};
    Value truth = vm.truth(bound[0]);
    if (truth.is_special()) return truth;
    strict = truth.is_true();
  }
  bool deferred = false;
  Ref<Tuple> sources = iterators_of(vm, arguments.positionals(), &deferred);
  if (sources) return zip_over(vm, std::move(sources), strict);
  if (!deferred) return {};
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("iterables", "make_zip", make_tuple(vm, arguments.positionals()).value(),
                         Value::boolean(strict));
}

Value raise_strict(Vm& vm, std::size_t position, bool longer) {
  std::string others = position == 1 ? "argument 1" : "arguments 1-" + std::to_string(position);
  return vm.raise(vm.types.value_error, "zip() argument ", std::to_string(position + 1),
                  longer ? " is longer" : " is shorter", " than ", others);
}

Value zip_next(Vm& vm, const Value& self) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm);
  auto* lazy = lazy_of(self);
  if (!lazy->inner.is_empty()) return vm.next(lazy->inner);
  auto sources = lazy->sources->items();
  if (sources.empty()) return Value::exhausted();
  Ref<Tuple> row = make_tuple(vm, sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    Value item = sources[i].object()->type->slots.next(vm, sources[i]);
    if (item.is_exhausted() && lazy->strict) {
      if (i > 0) return raise_strict(vm, i, false);
      for (std::size_t j = 1; j < sources.size(); ++j) {
        Value more = sources[j].object()->type->slots.next(vm, sources[j]);
        if (more.is_empty()) return more;
        if (!more.is_exhausted()) return raise_strict(vm, j, true);
      }
    }
    if (item.is_special()) return item;
    (*row)[i] = std::move(item);
  }
  return std::move(row).value();
}

// -- map --

Value map_over(Vm& vm, const Value& function, Ref<Tuple> sources) {
  bool native = all_native(sources);
  Value all = sources.value();
  Value lazy = make_lazy(vm, OwnType::kMap, function, std::move(sources));
  if (native) return lazy;
  return drive_by(lazy, vm.call_library("iterables", "map_items", function, all)) ? lazy : Value();
}

Value map_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0) return vm.raise(vm.types.type_error, "map() takes no keyword arguments");
  if (arguments.size() < 2) return vm.raise(vm.types.type_error, "map() must have at least two arguments.");
  bool deferred = false;
  Ref<Tuple> sources = iterators_of(vm, arguments.positionals().subspan(1), &deferred);
  if (sources) return map_over(vm, arguments[0], std::move(sources));
  if (!deferred) return {};
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("iterables", "make_map", arguments[0],
                         make_tuple(vm, arguments.positionals().subspan(1)).value());
}

Value map_next(Vm& vm, const Value& self) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm);
  auto* lazy = lazy_of(self);
  if (!lazy->inner.is_empty()) return vm.next(lazy->inner);
  Value row = std::move(lazy->pending);
  lazy->pending = Value();
  auto sources = lazy->sources->items();
  if (row.is_empty() && sources.size() == 1) {
    // The commonest form needs no tuple.
    Value item = sources[0].object()->type->slots.next(vm, sources[0]);
    if (item.is_special()) return item;
    Value function = lazy->function;
    Value result = vm.call(function, std::span<const Value>(&item, 1));
    if (result.is_deferred()) lazy->pending = make_tuple(vm, std::span<const Value>(&item, 1)).value();
    return result;
  }
  if (row.is_empty()) {
    Ref<Tuple> arguments = make_tuple(vm, sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
      Value item = sources[i].object()->type->slots.next(vm, sources[i]);
      if (item.is_special()) return item;
      (*arguments)[i] = std::move(item);
    }
    row = std::move(arguments).value();
  }
  Value function = lazy->function;
  Value result = vm.call(function, row.as<Tuple>()->items());
  if (result.is_deferred()) lazy->pending = row;
  return result;
}

// -- filter --

Value filter_over(Vm& vm, const Value& function, Ref<Tuple> sources) {
  bool native = all_native(sources);
  Value source = (*sources)[0];
  Value lazy = make_lazy(vm, OwnType::kFilter, function, std::move(sources));
  if (native) return lazy;
  return drive_by(lazy, vm.call_library("iterables", "filter_items", function, source)) ? lazy : Value();
}

Value filter_create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count != 0)
    return vm.raise(vm.types.type_error, "filter() takes no keyword arguments");
  if (arguments.size() != 2) {
    return vm.raise(vm.types.type_error, "filter expected 2 arguments, got ",
                    std::to_string(arguments.size()));
  }
  bool deferred = false;
  Ref<Tuple> sources = iterators_of(vm, arguments.positionals().subspan(1), &deferred);
  if (sources) return filter_over(vm, arguments[0], std::move(sources));
  if (!deferred) return {};
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("iterables", "make_filter", arguments[0], arguments[1]);
}

// True, False, or special.
Value wanted(Vm& vm, const Value& function, const Value& item) {
  Vm::NativeOnly scope(vm);
  if (function.is_none() || vm.is_exact(function, vm.types.type)) {
    if (function.is_none() || function.object() == vm.types.bool_) return vm.truth(item);
  }
  Value verdict = vm.call(function, item);
  return verdict.is_special() ? verdict : vm.truth(verdict);
}

Value filter_next(Vm& vm, const Value& self) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm);
  auto* lazy = lazy_of(self);
  while (lazy->inner.is_empty()) {
    Value item = std::move(lazy->pending);
    lazy->pending = Value();
    if (item.is_empty()) item = source_of(lazy).object()->type->slots.next(vm, source_of(lazy));
    if (item.is_special()) return item;
    Value verdict = wanted(vm, lazy->function, item);
    if (verdict.is_true()) return item;
    if (verdict.is_false()) continue;
    if (!verdict.is_deferred()) return verdict;
    if (vm.native_only()) {
      lazy->pending = item;
      return verdict;
    }
    // From here on a generator does it.
    Value generator = vm.call_library("iterables", "filter_rest", lazy->function, item, source_of(lazy));
    if (!drive_by(self, generator)) return {};
  }
  return vm.next(lazy->inner);
}

// -- what library/iterables.py gives back to --

Value enumerate_of(Vm& vm, const Arguments& arguments) {
  return enumerate_over(vm, arguments[0], arguments[1]);
}
Ref<Tuple> tuple_of_list(Vm& vm, const Value& list) { return make_tuple(vm, list.as<List>()->span()); }
Value zip_of(Vm& vm, const Arguments& arguments) {
  return zip_over(vm, tuple_of_list(vm, arguments[0]), arguments[1].is_true());
}
Value map_of(Vm& vm, const Arguments& arguments) {
  return map_over(vm, arguments[0], tuple_of_list(vm, arguments[1]));
}
Value filter_of(Vm& vm, const Arguments& arguments) {
  return filter_over(vm, arguments[0], make_tuple(vm, arguments.positionals().subspan(1)));
}

constexpr NativeSpec kFunctions[] = {
    {"enumerate_of", enumerate_of, 2, 2},
    {"zip_of", zip_of, 2, 2},
    {"map_of", map_of, 2, 2},
    {"filter_of", filter_of, 2, 2},
};

Value self_slot(Vm&, const Value& self) { return self; }

void drop(Heap&, Object* object) {
  auto* lazy = static_cast<LazyIterator*>(object);
  lazy->function.~Value();
  lazy->sources.~Ref();
  lazy->pending.~Value();
  lazy->inner.~Value();
}

void visit(Object* object, GcVisitor& visitor) {
  auto* lazy = static_cast<LazyIterator*>(object);
  visitor.visit(lazy->function);
  visitor.visit(lazy->sources);
  visitor.visit(lazy->pending);
  visitor.visit(lazy->inner);
}

void install_one(Vm& vm, OwnType type, const char* name, Value (*create)(Vm&, Type*, const Arguments&),
                 Value (*next)(Vm&, const Value&), bool named = true) {
  TypeSpec spec;
  spec.name = name;
  spec.basic_size = sizeof(LazyIterator);
  spec.flags = kTypeTracked;
  spec.slots.dealloc = drop;
  spec.slots.traverse = visit;
  spec.slots.iterate = self_slot;
  spec.slots.next = next;
  spec.slots.create = create;
  install_own_type(vm, type, spec, named);
}

Value driven_next(Vm& vm, const Value& self) { return vm.next(lazy_of(self)->inner); }

}  // namespace

Value iterator_by(Vm& vm, OwnType type, Value generator) {
  if (generator.is_special()) return generator;
  Value iterator = make_lazy(vm, type, Value(), nullptr);
  lazy_of(iterator)->inner = std::move(generator);
  return iterator;
}

const std::span<const NativeSpec> kIterablesFunctions = kFunctions;

bool is_native_lazy_iterator(const Value& iterator) {
  auto* next = iterator.object()->type->slots.next;
  return (next == enumerate_next || next == zip_next) && lazy_of(iterator)->inner.is_empty();
}

void install_lazy_iterators(Vm& vm) {
  install_one(vm, OwnType::kEnumerate, "enumerate", enumerate_create, enumerate_next);
  install_one(vm, OwnType::kZip, "zip", zip_create, zip_next);
  install_one(vm, OwnType::kMap, "map", map_create, map_next);
  install_one(vm, OwnType::kFilter, "filter", filter_create, filter_next);
  install_one(vm, OwnType::kIndexIterator, "iterator", nullptr, driven_next, false);
  install_one(vm, OwnType::kCallIterator, "callable_iterator", nullptr, driven_next, false);
}

}  // namespace loopscope::python
