// Iterators of dict and set, and dict's views with their set operations.
// Not the tables (core/python/hash_table.h).
#include "core/python/types/table_iterators.h"

#include <string>

#include "core/python/types/dict_type.h"
#include "core/python/types/iterate.h"
#include "core/python/types/iterators.h"
#include "core/python/types/list_type.h"
#include "core/python/types/native_depth.h"
#include "core/python/types/operands.h"
#include "core/python/types/own_types.h"
#include "core/python/types/set_type.h"
#include "core/python/types/type_installers.h"

namespace loopscope::python {
namespace {

struct TableIterator : Object {
  Value owner;             // the dict or set; empty once it is exhausted
  std::uint32_t position;  // entries taken, from either end
  std::uint32_t used;      // live entries when it began
  TableView view;
  bool reversed;
};

struct DictView : Object {
  Value dict;
};

HashTable& table_of(const Value& owner) {
  if (has_layout(owner, Layout::kDict)) return owner.as<Dict>()->table;
  return owner.as<Set>()->table;
}

Value pair_of(Vm& vm, const HashTable::Entry& entry) {
  Ref<Tuple> pair = make_tuple(vm, std::size_t{2});
  (*pair)[0] = entry.key;
  (*pair)[1] = entry.value;
  return std::move(pair).value();
}

Value table_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<TableIterator>();
  if (iterator->owner.is_empty()) return Value::exhausted();
  HashTable& table = table_of(iterator->owner);
  if (table.used != iterator->used) {
    iterator->used = UINT32_MAX;  // it stays broken
    bool dict = has_layout(iterator->owner, Layout::kDict);
    return vm.raise(vm.types.runtime_error,
                    dict ? "dictionary changed size during iteration" : "Set changed size during iteration");
  }
  while (iterator->position < table.filled) {
    std::uint32_t index = iterator->reversed ? table.filled - 1 - iterator->position : iterator->position;
    ++iterator->position;
    const HashTable::Entry& entry = table.entries[index];
    if (entry.key.is_empty()) continue;
    switch (iterator->view) {
      case TableView::kKeys:
        return entry.key;
      case TableView::kValues:
        return entry.value;
      default:
        return pair_of(vm, entry);
    }
  }
  iterator->owner = Value();
  return Value::exhausted();
}

Value make_iterator(Vm& vm, OwnType type, const Value& owner, TableView view, bool reversed) {
  auto* iterator = vm.heap.make<TableIterator>(own_type(vm, type));
  iterator->owner = owner;
  iterator->used = table_of(owner).used;
  iterator->view = view;
  iterator->reversed = reversed;
  return Value::steal(iterator);
}

Value length_hint(Vm& vm, const Arguments& arguments) {
  auto* iterator = arguments[0].as<TableIterator>();
  if (iterator->owner.is_empty()) return Value::small_int(0);
  std::uint32_t used = table_of(iterator->owner).used;
  return vm.make_int(used > iterator->position ? used - iterator->position : 0);
}

Value self_slot(Vm&, const Value& self) { return self; }
void drop_iterator(Heap&, Object* object) { static_cast<TableIterator*>(object)->owner.~Value(); }
void visit_iterator(Object* object, GcVisitor& visitor) {
  visitor.visit(static_cast<TableIterator*>(object)->owner);
}

// -- views --

TableView view_kind(Vm& vm, const Value& view) {
  if (is_own(vm, view, OwnType::kDictKeys)) return TableView::kKeys;
  return is_own(vm, view, OwnType::kDictValues) ? TableView::kValues : TableView::kItems;
}

Value view_length(Vm& vm, const Value& self) { return vm.make_int(table_of(dict_of_view(self)).used); }
Value view_iterate(Vm& vm, const Value& self) {
  return make_dict_iterator(vm, dict_of_view(self), view_kind(vm, self), false);
}
Value view_reversed(Vm& vm, const Arguments& arguments) {
  return make_dict_iterator(vm, dict_of_view(arguments[0]), view_kind(vm, arguments[0]), true);
}

// What the view holds now, as a list.
Value list_of_view(Vm& vm, const Value& view) {
  const HashTable& table = table_of(dict_of_view(view));
  TableView kind = view_kind(vm, view);
  Ref<List> items = make_list(vm, table.used);
  for (std::uint32_t i = 0; i < table.filled; ++i) {
    const HashTable::Entry& entry = table.entries[i];
    if (entry.key.is_empty()) continue;
    Value item = kind == TableView::kKeys ? entry.key
                                          : (kind == TableView::kValues ? entry.value : pair_of(vm, entry));
    if (!list_append(vm, items.get(), std::move(item))) return {};
  }
  return std::move(items).value();
}

// An OrderedDict's views are shown under names of their own.
std::string view_name(Vm& vm, const Value& self) {
  std::string name(vm.type_name(self));
  for (const Type* type = dict_of_view(self).object()->type; type != nullptr; type = type->base.get()) {
    if (view_of(type->message_name) == "collections.OrderedDict") return "o" + name;
  }
  return name;
}

Value view_repr(Vm& vm, const Value& self) {
  NativeDepth depth;
  if (depth.too_deep()) return depth.raise(vm, kWhileShowing);
  if (!vm.enter_repr(self)) return vm.make_string("...");
  Value items = list_of_view(vm, self);
  Value text;
  if (!items.is_empty()) {
    Vm::NativeOnly scope(vm);
    text = vm.repr(items);
  }
  vm.leave_repr();
  if (text.is_deferred() && !vm.native_only())
    return vm.call_library("containers", "view_repr", vm.make_string(view_name(vm, self)), items);
  if (text.is_special()) return text;
  return vm.make_string(view_name(vm, self).append("(").append(view_of(text)).append(")"));
}

Value view_contains(Vm& vm, const Value& self, const Value& item) {
  Value dict = dict_of_view(self);
  if (is_keys_view(self)) {
    HashTable::Entry* entry = nullptr;
    TableResult result = table_find(vm, table_of(dict), item, &entry);
    return result == TableResult::kRaised ? Value() : Value::boolean(result == TableResult::kFound);
  }
  if (is_items_view(self)) {
    if (!vm.is_tuple(item) || item.as<Tuple>()->size != 2) return Value::false_value();
    HashTable::Entry* entry = nullptr;
    TableResult result = table_find(vm, table_of(dict), (*item.as<Tuple>())[0], &entry);
    if (result == TableResult::kRaised) return {};
    if (result == TableResult::kMissing) return Value::false_value();
    Value held = entry->value;
    Vm::Answer answer = vm.equal_now(held, (*item.as<Tuple>())[1]);
    return answer == Vm::Answer::kRaised ? Value() : Value::boolean(answer == Vm::Answer::kYes);
  }
  Value items = list_of_view(vm, self);
  if (items.is_empty()) return {};
  std::int64_t at = find_item(vm, items.as<List>()->span(), item);
  return at == -2 ? Value() : Value::boolean(at >= 0);
}

// Keys and items act as sets: both sides become sets.
Value set_of(Vm& vm, const Value& value) {
  if (has_layout(value, Layout::kSet)) return value;
  if (is_keys_view(value) || is_items_view(value)) return set_from_list(vm, list_of_view(vm, value));
  if (vm.is_list(value) || vm.is_tuple(value)) return set_from_list(vm, value);
  Vm::NativeOnly scope(vm);
  return vm.call(Value::share(vm.types.set), value);
}

Value view_binary(Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  if (op != BinaryOperator::kAnd && op != BinaryOperator::kOr && op != BinaryOperator::kXor &&
      op != BinaryOperator::kSubtract) {
    return Value::not_implemented();
  }
  Value a = set_of(vm, left);
  if (a.is_empty() || a.is_not_implemented()) return a;
  Value b = set_of(vm, right);
  if (b.is_empty() || b.is_not_implemented()) return b;
  if (!a.is_deferred() && !b.is_deferred()) {
    if (op != BinaryOperator::kAnd) return set_binary(vm, op, a, b);
    // The keys are the view's where the other is a set as large or a larger view, else the other's.
    const bool view_left = is_keys_view(left) || is_items_view(left);
    const Value& view = view_left ? a : b;
    const Value& other = view_left ? b : a;
    const Value& given = view_left ? right : left;
    const std::uint32_t in_view = view.as<Set>()->table.used;
    const std::uint32_t in_other = other.as<Set>()->table.used;
    const bool is_view = is_keys_view(given) || is_items_view(given);
    const bool keys_of_view =
        is_view ? in_other > in_view : has_layout(given, Layout::kSet) && in_view <= in_other;
    return set_common(vm, make_set(vm).value(), keys_of_view ? view : other, keys_of_view ? other : view);
  }
  if (vm.native_only()) return Value::deferred();
  const char* name = op == BinaryOperator::kAnd   ? "__and__"
                     : op == BinaryOperator::kOr  ? "__or__"
                     : op == BinaryOperator::kXor ? "__xor__"
                                                  : "__sub__";
  return vm.call_library("containers", "view_operation", vm.intern(name), left, right);
}

Value view_compare(Vm& vm, CompareOperator op, const Value& left, const Value& right) {
  bool sets = (is_keys_view(right) || is_items_view(right) || has_layout(right, Layout::kSet)) &&
              (is_keys_view(left) || is_items_view(left) || has_layout(left, Layout::kSet));
  if (!sets) return Value::not_implemented();
  Value a = set_of(vm, left);
  Value b = a.is_empty() ? Value() : set_of(vm, right);
  return b.is_empty() ? Value() : set_compare(vm, op, a, b);
}

Value get_mapping(Vm&, const Value& self) { return dict_of_view(self); }

Value is_disjoint(Vm& vm, const Arguments& arguments) {
  Value common;
  {
    Vm::NativeOnly scope(vm);
    common = view_binary(vm, BinaryOperator::kAnd, arguments[0], arguments[1]);
  }
  if (common.is_deferred() && !vm.native_only()) {
    return vm.call_library("containers", "set_isdisjoint", set_of(vm, arguments[0]), arguments[1]);
  }
  if (common.is_deferred()) return common;
  if (common.is_empty() || common.is_not_implemented()) {
    return vm.has_exception()
               ? Value()
               : vm.raise(vm.types.type_error, "'", vm.type_name(arguments[1]), "' object is not iterable");
  }
  return Value::boolean(table_of(common).used == 0);
}

void drop_view(Heap&, Object* object) { static_cast<DictView*>(object)->dict.~Value(); }
void visit_view(Object* object, GcVisitor& visitor) { visitor.visit(static_cast<DictView*>(object)->dict); }

constexpr NativeSpec kIteratorMethods[] = {{"__length_hint__", length_hint}};
constexpr NativeSpec kViewMethods[] = {{"__reversed__", view_reversed}, {"isdisjoint", is_disjoint, 1, 1}};
constexpr NativePropertySpec kViewProperties[] = {{"mapping", get_mapping}};

void install_iterator(Vm& vm, OwnType type, const char* name) {
  TypeSpec spec;
  spec.name = name;
  spec.basic_size = sizeof(TableIterator);
  spec.flags = kTypeTracked | kTypeClosed;
  spec.slots.dealloc = drop_iterator;
  spec.slots.traverse = visit_iterator;
  spec.slots.iterate = self_slot;
  spec.slots.next = table_next;
  spec.methods = kIteratorMethods;
  install_own_type(vm, type, spec);
}

void install_view(Vm& vm, OwnType type, const char* name, bool like_set) {
  TypeSpec spec;
  spec.name = name;
  spec.basic_size = sizeof(DictView);
  spec.flags = kTypeTracked | kTypeClosed;
  spec.slots.dealloc = drop_view;
  spec.slots.traverse = visit_view;
  spec.slots.repr = view_repr;
  spec.slots.length = view_length;
  spec.slots.iterate = view_iterate;
  spec.slots.contains = view_contains;
  if (like_set) {
    spec.slots.binary = view_binary;
    spec.slots.compare = view_compare;
  }
  spec.methods = kViewMethods;
  spec.properties = kViewProperties;
  install_own_type(vm, type, spec);
  if (!like_set) return;
  own_type(vm, type)->slots.hash = nullptr;
  set_native_attribute(vm, own_type(vm, type), "__hash__", Value::none());
}

}  // namespace

bool is_table_next(Value (*next)(Vm&, const Value&)) { return next == table_next; }

Value make_dict_iterator(Vm& vm, const Value& dict, TableView view, bool reversed) {
  OwnType type = reversed                     ? OwnType::kDictReverseIterator
                 : view == TableView::kKeys   ? OwnType::kDictKeyIterator
                 : view == TableView::kValues ? OwnType::kDictValueIterator
                                              : OwnType::kDictItemIterator;
  return make_iterator(vm, type, dict, view, reversed);
}

Value make_set_iterator(Vm& vm, const Value& set) {
  return make_iterator(vm, OwnType::kSetIterator, set, TableView::kKeys, false);
}

Value make_dict_view(Vm& vm, const Value& dict, TableView view) {
  OwnType type = view == TableView::kKeys     ? OwnType::kDictKeys
                 : view == TableView::kValues ? OwnType::kDictValues
                                              : OwnType::kDictItems;
  auto* made = vm.heap.make<DictView>(own_type(vm, type));
  made->dict = dict;
  return Value::steal(made);
}

bool is_keys_view(const Value& value) {
  return value.is_object() && value.object()->type == own_type(*value.object()->type->vm, OwnType::kDictKeys);
}
bool is_items_view(const Value& value) {
  return value.is_object() &&
         value.object()->type == own_type(*value.object()->type->vm, OwnType::kDictItems);
}
Value dict_of_view(const Value& view) { return view.as<DictView>()->dict; }

void install_table_iterators(Vm& vm) {
  install_iterator(vm, OwnType::kDictKeyIterator, "dict_keyiterator");
  install_iterator(vm, OwnType::kDictValueIterator, "dict_valueiterator");
  install_iterator(vm, OwnType::kDictItemIterator, "dict_itemiterator");
  install_iterator(vm, OwnType::kDictReverseIterator, "dict_reversekeyiterator");
  install_iterator(vm, OwnType::kSetIterator, "set_iterator");
  install_view(vm, OwnType::kDictKeys, "dict_keys", true);
  install_view(vm, OwnType::kDictValues, "dict_values", false);
  install_view(vm, OwnType::kDictItems, "dict_items", true);
}

}  // namespace loopscope::python
