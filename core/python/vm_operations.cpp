// Operations on any value: what `repr(x)`, `len(x)`, `a + b`, `a[b]` ... come to, by the slots of the types.
// Not here: dunder methods of script classes (type_slots.cpp, script_operators.cpp), attributes
// (vm_attributes.cpp).
#include "core/python/default_repr.h"
#include "core/python/internals.h"
#include "core/python/library_code.h"
#include "core/python/types/lazy_iterators.h"
#include "core/python/types/operands.h"

namespace loopscope::python {
namespace {

// Whether either operand's operators may be the script's.
bool any_script(const Type* left, const Type* right) { return left->is_script() || right->is_script(); }

CompareOperator swapped(CompareOperator op) {
  switch (op) {
    case CompareOperator::kLess:
      return CompareOperator::kGreater;
    case CompareOperator::kLessEqual:
      return CompareOperator::kGreaterEqual;
    case CompareOperator::kGreater:
      return CompareOperator::kLess;
    case CompareOperator::kGreaterEqual:
      return CompareOperator::kLessEqual;
    default:
      return op;
  }
}

}  // namespace

namespace {

// Containers ask their items natively, on the C++ stack: data nested deeper than this is refused.
class Nesting {
 public:
  explicit Nesting(std::uint32_t& depth) : depth_(depth) { ++depth_; }
  ~Nesting() { --depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  bool too_deep() const { return depth_ > kDeepest; }

 private:
  static constexpr std::uint32_t kDeepest = 500;
  std::uint32_t& depth_;
};

Value too_deep(Vm& vm, std::string_view where) {
  return vm.raise(vm.types.recursion_error, "maximum recursion depth exceeded", where);
}

}  // namespace

Value Vm::repr(const Value& value) {
  Nesting nesting(internals_->native_depth);
  if (nesting.too_deep()) return too_deep(*this, " while getting the repr of an object");
  Type* type = type_of(value);
  if (type->slots.repr != nullptr) return type->slots.repr(*this, value);
  return make_string(default_repr(*this, value));
}

Value Vm::str(const Value& value) {
  if (is_exact(value, types.str)) return value;
  Type* type = type_of(value);
  if (type->slots.str != nullptr) return type->slots.str(*this, value);
  return repr(value);
}

Value Vm::format(const Value& value, const Value& spec) {
  Type* type = type_of(value);
  // A subclass of int, float or str without a spec says itself how it looks.
  bool plain = type->is_script() && type->layout != Layout::kPlain && spec.as<String>()->byte_length == 0;
  if (plain && lookup(type, names.dunder_format)->object()->type != types.function) return str(value);
  if (type->slots.format != nullptr) return type->slots.format(*this, value, spec);
  if (spec.as<String>()->byte_length == 0) return str(value);
  return raise(types.type_error, "unsupported format string passed to ", type_name(value), ".__format__");
}

Value Vm::hash(const Value& value) {
  Nesting nesting(internals_->native_depth);
  if (nesting.too_deep()) return too_deep(*this, "");
  Type* type = type_of(value);
  if (type->slots.hash != nullptr) return type->slots.hash(*this, value);
  return raise(types.type_error, "unhashable type: '", type_name(value), "'");
}

Value Vm::length(const Value& value) {
  Type* type = type_of(value);
  if (type->slots.length != nullptr) return type->slots.length(*this, value);
  return raise(types.type_error, "object of type '", type_name(value), "' has no len()");
}

Value Vm::iterate(const Value& value) {
  Type* type = type_of(value);
  if (type->slots.iterate != nullptr) return type->slots.iterate(*this, value);
  const Value* method = lookup(type, names.dunder_iter);
  if (type->is_script() && type->slots.get_item != nullptr && (method == nullptr || !method->is_none())) {
    return iterator_by(*this, OwnType::kIndexIterator, call_library("calls", "iterate_by_index", value));
  }
  return raise(types.type_error, "'", type_name(value), "' object is not iterable");
}

Value Vm::next(const Value& iterator) {
  Type* type = type_of(iterator);
  if (type->slots.next != nullptr) return type->slots.next(*this, iterator);
  return raise(types.type_error, "'", type_name(iterator), "' object is not an iterator");
}

Value Vm::truth(const Value& value) {
  if (value.is_bool()) return value;
  if (value.is_none()) return Value::false_value();
  if (value.is_small_int()) return Value::boolean(value.as_small_int() != 0);
  if (value.is_double()) return Value::boolean(value.as_double() != 0);
  if (!value.is_object()) return Value::true_value();
  const TypeSlots& slots = value.object()->type->slots;
  if (slots.truth != nullptr) return slots.truth(*this, value);
  if (slots.length == nullptr) return Value::true_value();
  Value length = slots.length(*this, value);
  if (length.is_special()) return length;
  return Value::boolean(!length.is(Value::small_int(0)));
}

Value Vm::compare(CompareOperator op, const Value& left, const Value& right) {
  Nesting nesting(internals_->native_depth);
  if (nesting.too_deep()) return too_deep(*this, " in comparison");
  Type* left_type = type_of(left);
  Type* right_type = type_of(right);
  if (any_script(left_type, right_type)) return Internals::script_compare(*this, op, 0, left, right);
  if (left_type->slots.compare != nullptr) {
    Value result = left_type->slots.compare(*this, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  if (left_type != right_type && right_type->slots.compare != nullptr) {
    Value result = right_type->slots.compare(*this, swapped(op), right, left);
    if (!result.is_not_implemented()) return result;
  }
  if (op == CompareOperator::kEqual) return Value::boolean(left.is(right));
  if (op == CompareOperator::kNotEqual) return Value::boolean(!left.is(right));
  return Internals::unsupported_comparison(*this, op, left, right);
}

Value Vm::binary(BinaryOperator op, const Value& left, const Value& right) {
  Type* left_type = type_of(left);
  Type* right_type = type_of(right);
  if (any_script(left_type, right_type)) return Internals::script_binary(*this, op, false, 0, left, right);
  if (left_type->slots.binary != nullptr) {
    Value result = left_type->slots.binary(*this, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  if (right_type->slots.binary != left_type->slots.binary && right_type->slots.binary != nullptr) {
    Value result = right_type->slots.binary(*this, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  return Internals::unsupported_operands(*this, op, false, left, right);
}

Value Vm::inplace(BinaryOperator op, const Value& left, const Value& right) {
  Type* left_type = type_of(left);
  Type* right_type = type_of(right);
  if (any_script(left_type, right_type)) return Internals::script_binary(*this, op, true, 0, left, right);
  if (left_type->slots.inplace != nullptr) {
    Value result = left_type->slots.inplace(*this, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  if (left_type->slots.binary != nullptr) {
    Value result = left_type->slots.binary(*this, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  if (right_type->slots.binary != left_type->slots.binary && right_type->slots.binary != nullptr) {
    Value result = right_type->slots.binary(*this, op, left, right);
    if (!result.is_not_implemented()) return result;
  }
  return Internals::unsupported_operands(*this, op, true, left, right);
}

Value Vm::unary(UnaryOperator op, const Value& value) {
  Type* type = type_of(value);
  if (type->slots.unary != nullptr) {
    Value result = type->slots.unary(*this, op, value);
    if (!result.is_not_implemented()) return result;
  }
  constexpr std::string_view kSigns[] = {"-", "+", "~"};
  return raise(types.type_error, "bad operand type for unary ", kSigns[static_cast<int>(op)], ": '",
               type_name(value), "'");
}

Value Vm::get_item(const Value& container, const Value& key) {
  Type* type = type_of(container);
  if (type->slots.get_item != nullptr) return type->slots.get_item(*this, container, key);
  if (is_type(container)) {
    if (const Value* method = lookup(container.as<Type>(), names.dunder_class_getitem)) {
      Value bound = *method;
      if (auto* get = bound.is_object() ? bound.object()->type->slots.descriptor_get : nullptr) {
        bound = get(*this, bound, Value(), container.as<Type>());
        if (bound.is_special()) return bound;
      }
      return call(bound, key);
    }
    return raise(types.type_error, "type '", name_of(container.as<Type>()), "' is not subscriptable");
  }
  return raise(types.type_error, "'", type_name(container), "' object is not subscriptable");
}

Value Vm::set_item(const Value& container, const Value& key, const Value& value) {
  Type* type = type_of(container);
  if (type->slots.set_item != nullptr) return type->slots.set_item(*this, container, key, value);
  // CPython asks sequences by another way, with other words.
  bool sequence = type->is_script() || type->slots.length != nullptr;
  if (value.is_empty() && sequence && (key.is_small_int() || key.is_bool())) {
    return raise(types.type_error, "'", type_name(container), "' object doesn't support item deletion");
  }
  return raise(types.type_error, "'", type_name(container), "' object does not support item ",
               value.is_empty() ? "deletion" : "assignment");
}

Value Vm::delete_item(const Value& container, const Value& key) { return set_item(container, key, Value()); }

Value Vm::contains(const Value& container, const Value& item) {
  Type* type = type_of(container);
  if (type->slots.contains != nullptr) return type->slots.contains(*this, container, item);
  if (type->slots.iterate == nullptr && !(type->is_script() && type->slots.get_item != nullptr)) {
    return raise(types.type_error, "argument of type '", type_name(container), "' is not iterable");
  }
  return call_library("calls", "contains_by_iteration", container, item);
}

bool Vm::is_callable(const Value& value) const {
  if (!value.is_object()) return false;
  switch (value.object()->type->layout) {
    case Layout::kFunction:
    case Layout::kNativeFunction:
    case Layout::kBoundMethod:
    case Layout::kType:
      return true;
    default:
      return value.object()->type->slots.call != nullptr;
  }
}

// ---- answers at once ----

namespace {

Value library_now(Vm& vm, std::string_view file, std::string_view function,
                  std::span<const Value> arguments) {
  Value callable = load_library_function(vm, file, function);
  return callable.is_empty() ? callable : vm.call_now(callable, arguments);
}

// Runs what an operation came to, nested where the script must be asked. `ask` is tried natively first.
template <typename Ask>
Value answer_now(Vm& vm, std::string_view library_function, const Value& left, const Value& right, Ask ask) {
  {
    Vm::NativeOnly scope(vm);
    Value result = ask();
    if (!result.is_deferred()) return result;
  }
  const Value arguments[] = {left, right};
  return library_now(vm, "calls", library_function, arguments);
}

Vm::Answer to_answer(Vm& vm, const Value& result) {
  if (result.is_empty()) return Vm::Answer::kRaised;
  Value truth = vm.truth(result);
  if (truth.is_empty()) return Vm::Answer::kRaised;
  return truth.is_true() ? Vm::Answer::kYes : Vm::Answer::kNo;
}

}  // namespace

Vm::Answer Vm::equal_now(const Value& left, const Value& right) {
  if (left.is(right)) return Answer::kYes;
  return to_answer(*this, answer_now(*this, "equal", left, right,
                                     [&] { return compare(CompareOperator::kEqual, left, right); }));
}

Vm::Answer Vm::less_now(const Value& left, const Value& right) {
  return to_answer(*this, answer_now(*this, "less", left, right,
                                     [&] { return compare(CompareOperator::kLess, left, right); }));
}

Value Vm::index_value(const Value& value) {
  if (is_int(value)) return value;
  if (lookup(type_of(value), names.dunder_index) != nullptr) {
    return library_now(*this, "conversions", "to_index", std::span(&value, 1));
  }
  return raise(types.type_error, "'", type_name(value), "' object cannot be interpreted as an integer");
}

bool Vm::index_of(const Value& value, std::int64_t* index) {
  Value whole = index_value(value);
  if (whole.is_empty()) return false;
  if (int64_of(whole, index)) return true;
  raise(types.index_error, "cannot fit '", type_name(value), "' into an index-sized integer");
  return false;
}

Value Vm::float_value(const Value& value) {
  Type* type = type_of(value);
  bool has_float = lookup(type, names.dunder_float) != nullptr;
  if (!has_float && lookup(type, names.dunder_index) == nullptr) return {};
  return library_now(*this, "conversions", has_float ? "to_float" : "index_to_float", std::span(&value, 1));
}

bool Vm::hash_now(const Value& value, std::int64_t* hash) {
  Value result = answer_now(*this, "hash_of", value, Value::none(), [&] { return this->hash(value); });
  if (result.is_empty()) return false;
  return index_of(result, hash);
}

// ---- showing what may contain itself ----

bool Vm::enter_repr(const Value& value) {
  for (const Value& shown : internals_->being_shown) {
    if (shown.is(value)) return false;
  }
  internals_->being_shown.push_back(value);
  return true;
}

void Vm::leave_repr() { internals_->being_shown.pop_back(); }

// ---- isinstance, issubclass ----

namespace {

// type | type gives a union object whose __args__ are the types; typing's own come from the library.
Value check_any(Vm& vm, const Value& subject, const Value& types,
                Value (Vm::*check)(const Value&, const Value&)) {
  {
    Vm::NativeOnly scope(vm);
    bool deferred = false;
    for (const Value& type : types.as<Tuple>()->items()) {
      Value answer = (vm.*check)(subject, type);
      deferred = answer.is_deferred();
      if (deferred) break;
      if (!answer.is_false()) return answer;
    }
    if (!deferred) return Value::false_value();
  }
  if (vm.native_only()) return Value::deferred();
  return vm.call_library("calls", check == &Vm::check_instance ? "is_any_instance" : "is_any_subclass",
                         subject, types);
}

// The metaclass's word, or that of an object that stands for types. Exhausted: it has none.
Value ask_hook(Vm& vm, const Value& subject, const Value& type, const Value& name) {
  Type* kind = vm.type_of(type);
  const Value* hook = kind->is_script() ? lookup(kind, name) : nullptr;
  if (hook == nullptr || vm.has_layout(*hook, Layout::kNativeFunction)) return Value::exhausted();
  Value function = *hook;
  return Vm::Internals::call_for(vm, FrameReturn::kContains, Value(), function,
                                 std::array<Value, 2>{type, subject});
}

}  // namespace

Value Vm::check_instance(const Value& object, const Value& types) {
  Type* own = class_of(object);
  if (is_type(types) && own == types.as<Type>()) return Value::true_value();
  if (Value answer = ask_hook(*this, object, types, names.dunder_instancecheck); !answer.is_exhausted()) {
    return answer;
  }
  if (is_type(types)) return Value::boolean(is_subtype(own, types.as<Type>()));
  if (is_tuple(types)) return check_any(*this, object, types, &Vm::check_instance);
  if (types.is_object() && !find_attribute(types, intern("__origin__")).is_empty()) {
    return raise(this->types.type_error, "isinstance() argument 2 cannot be a parameterized generic");
  }
  if (Value arguments = types.is_object() ? find_attribute(types, names.dunder_args) : Value();
      !arguments.is_empty() && is_tuple(arguments)) {
    return check_any(*this, object, arguments, &Vm::check_instance);
  }
  return raise(this->types.type_error, "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Value Vm::check_subclass(const Value& type, const Value& types) {
  if (!is_type(type) && !is_tuple(types)) {
    return raise(this->types.type_error, "issubclass() arg 1 must be a class");
  }
  if (Value answer = ask_hook(*this, type, types, names.dunder_subclasscheck); !answer.is_exhausted()) {
    return answer;
  }
  if (is_type(types)) return Value::boolean(is_subtype(type.as<Type>(), types.as<Type>()));
  if (is_tuple(types)) return check_any(*this, type, types, &Vm::check_subclass);
  if (Value arguments = types.is_object() ? find_attribute(types, names.dunder_args) : Value();
      !arguments.is_empty() && is_tuple(arguments)) {
    return check_any(*this, type, arguments, &Vm::check_subclass);
  }
  return raise(this->types.type_error, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

}  // namespace loopscope::python
