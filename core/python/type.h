// Type: a Python type, native or made by a class statement, with the native slots that instructions dispatch
// on. Not here: how natives define one (native.h), how a class statement does (class_build.cpp).
#pragma once

#include <cstdint>
#include <vector>

#include "core/python/heap.h"
#include "core/python/opcodes.h"
#include "core/python/value.h"

namespace loopscope::python {

class Vm;
struct Arguments;
struct Dict;
struct String;
struct Tuple;
struct Type;

// Which C++ struct instances have. Inherited: a script class that derives from list has kList.
enum class Layout : std::uint8_t {
  kPlain,    // Object alone (plus the dict of script classes)
  kInteger,  // integer.h; ints beyond 49 bits and instances of subclasses of int
  kFloat,    // float_object.h; only instances of subclasses of float
  kString,
  kBytes,
  kList,
  kTuple,
  kDict,
  kSet,  // set and frozenset
  kRange,
  kSlice,
  kType,
  kFunction,
  kNativeFunction,
  kBoundMethod,
  kCode,
  kCell,
  kGenerator,  // generator, coroutine, async generator
  kModule,
  kException,
  kTraceback,
  kNative,  // anything else that native code defines; its type tells
};

// Slots. `self` is borrowed. A Value result may always be: a value; empty (raised); Value::suspended() (a
// frame was pushed by Vm::call, its result is the result); within a NativeOnly scope Value::deferred()
// (vm.h). A null slot means that the type cannot do it. Types inherit slots from their base when they are
// made; for script classes, slots with dunder methods in the class are replaced by ones that call the script.
struct TypeSlots {
  // Drops what the instance holds beyond the header (not its dict: destroy does that). Null: nothing to drop.
  void (*dealloc)(Heap&, Object*) = nullptr;
  // Visits everything that dealloc drops. Needed by tracked types.
  void (*traverse)(Object*, GcVisitor&) = nullptr;
  // Drops references that may form cycles; the object must stay valid. Null: dealloc's job alone suffices
  // (immutable).
  void (*clear)(Heap&, Object*) = nullptr;
  // Bytes of this instance as allocated; null: Type::basic_size.
  std::size_t (*size)(const Object*) = nullptr;

  Value (*repr)(Vm&, const Value& self) = nullptr;
  Value (*str)(Vm&, const Value& self) = nullptr;                        // null: repr
  Value (*format)(Vm&, const Value& self, const Value& spec) = nullptr;  // spec is a str; null: object's
  Value (*hash)(Vm&, const Value& self) = nullptr;                       // an int; null: unhashable
  // NotImplemented where the other operand's type is unknown. Only kEqual etc. as written; the machine swaps.
  Value (*compare)(Vm&, CompareOperator, const Value& left, const Value& right) = nullptr;
  // Called with self on either side, in source order; NotImplemented where the operands do not fit.
  Value (*binary)(Vm&, BinaryOperator, const Value& left, const Value& right) = nullptr;
  Value (*inplace)(Vm&, BinaryOperator, const Value& left,
                   const Value& right) = nullptr;  // NotImplemented: binary
  Value (*unary)(Vm&, UnaryOperator, const Value& self) = nullptr;
  Value (*truth)(Vm&, const Value& self) = nullptr;   // True or False; null: length, else True
  Value (*length)(Vm&, const Value& self) = nullptr;  // an int
  Value (*iterate)(Vm&, const Value& self) = nullptr;
  Value (*next)(Vm&, const Value& self) = nullptr;  // Value::exhausted() at the end
  Value (*get_item)(Vm&, const Value& self, const Value& key) = nullptr;
  Value (*set_item)(Vm&, const Value& self, const Value& key,
                    const Value& value) = nullptr;  // value empty: delete
  Value (*contains)(Vm&, const Value& self,
                    const Value& item) = nullptr;  // True or False; null: by iteration
  // Attributes. null: generic (type, instance dict). `name` is an interned str.
  Value (*get_attribute)(Vm&, const Value& self, const Value& name) = nullptr;
  Value (*set_attribute)(Vm&, const Value& self, const Value& name,
                         const Value& value) = nullptr;  // empty: delete
  Value (*call)(Vm&, const Value& self, const Arguments& arguments) = nullptr;
  // Descriptors. `instance` is empty where the access goes through the class.
  Value (*descriptor_get)(Vm&, const Value& self, const Value& instance, Type* owner) = nullptr;
  Value (*descriptor_set)(Vm&, const Value& self, const Value& instance, const Value& value) = nullptr;
  // What awaiting gives: the value (done); empty (raised); suspended() after Vm::wait_for(x): not done, ask
  // again later.
  Value (*await_step)(Vm&, const Value& self) = nullptr;
  // __await__'s result for a type that is awaitable itself; null with await_step set: self.
  Value (*await)(Vm&, const Value& self) = nullptr;
  Value (*async_iterate)(Vm&, const Value& self) = nullptr;
  Value (*async_next)(Vm&, const Value& self) = nullptr;
  // Instances. `create` is __new__: arguments without the class. `initialize` is __init__: without self;
  // None.
  Value (*create)(Vm&, Type* type, const Arguments& arguments) = nullptr;
  Value (*initialize)(Vm&, const Value& self, const Arguments& arguments) = nullptr;
};

// Every slot's name, for code that treats them all alike.
// clang-format off
#define LOOPSCOPE_TYPE_SLOTS(X) \
  X(dealloc) X(traverse) X(clear) X(size) X(repr) X(str) X(format) X(hash) X(compare) X(binary) \
  X(inplace) X(unary) X(truth) X(length) X(iterate) X(next) X(get_item) X(set_item) X(contains) \
  X(get_attribute) X(set_attribute) X(call) X(descriptor_get) X(descriptor_set) X(await_step) X(await) \
  X(async_iterate) X(async_next) X(create) X(initialize)
// clang-format on

enum TypeFlags : std::uint32_t {
  kTypeTracked = 1u << 0,  // instances are linked for the cycle collector
  kTypeScript = 1u << 1,   // made by a class statement (attributes can be set)
  kTypeSubclassable = 1u << 2,
  kTypeHasFinalizer = 1u << 3,     // __del__
  kTypeHasDict = 1u << 4,          // instances have a dict
  kTypeSequencePattern = 1u << 5,  // match [..]
  kTypeMappingPattern = 1u << 6,   // match {..}
  kTypeMatchSelf = 1u << 7,        // match int(x): the subject itself is the one positional attribute
  // A script method may be found where a native slot would be (instance's class is a script class that
  // overrides it).
  kTypeOverridesInit = 1u << 8,
  kTypeOverridesNew = 1u << 9,
  kTypeOverridesGetAttribute = 1u << 10,  // __getattr__ or __getattribute__
  kTypeOverridesSetAttribute = 1u << 11,
  kTypeScriptEquality = 1u << 12,  // __eq__ or __hash__ in the script
  kTypeClosed = 1u << 13,          // cannot be created by calling it
  kTypeAbstract = 1u << 14,        // __abstractmethods__ is not empty
  kTypeSlots = 1u << 15,           // instances have only the attributes that __slots__ names
  kTypeImmutable = 1u << 16,       // of the library, but C in CPython: scripts set no attributes of it
};

struct Type : Object {
  const char* native_name;  // for native types: "list"; static storage. Null for script classes
  Vm* vm;
  Heap* heap;
  std::uint32_t flags;
  std::uint32_t
      version;  // changes whenever a lookup through this type may change; never reused; 0 is never valid
  std::uint32_t basic_size;  // bytes of an instance, its dict pointer included
  std::uint32_t
      dict_offset;  // where the instance's Ref<Dict> is; 0: none. For str, bytes, tuple: see instance_dict
  Layout layout;

  Ref<Type> base;  // null for object
  Ref<Tuple> bases;
  Ref<Tuple> mro;
  Ref<Dict> dict;  // str -> Value; read by lookup, changed by set_type_attribute only
  Value name;      // str: __name__
  // str: the name in messages, CPython's tp_name. With the module before it where the type is C there
  // ("datetime.date"), else the same as `name`.
  Value message_name;
  Value qualname;  // str
  Value module;    // str: __module__
  // Found once when the class is made, for calls of the class: __init__ and __new__ as looked up, empty if
  // native.
  Value script_init;
  Value script_new;
  TypeSlots slots;
  // With kTypeHasFinalizer: asked when the last reference goes (references == 0) or a cycle is found. True:
  // the object was queued (Heap::queue_finalizer with a new reference) and must live on; asked at most once
  // per object with true.
  bool (*finalize)(Heap&, Object*);
  std::vector<Type*>* subclasses;  // direct ones, borrowed; each takes itself out when it dies

  bool has_flag(TypeFlags flag) const { return (flags & flag) != 0; }
  bool is_tracked() const { return has_flag(kTypeTracked); }
  bool is_script() const { return has_flag(kTypeScript); }
};

// The type of any value (not of empty or a marker).
Type* type_of(const Vm& vm, const Value& value);

// Along the method resolution order; borrowed, null where there is none. Cached per (type version, name).
// `name` must be interned.
const Value* lookup(Type* type, const Value& name);

bool is_subtype(const Type* type, const Type* ancestor);

// Bytes of an instance of variable size (str, bytes, tuple): `bytes` for its items, and the dict that
// subclasses add.
inline std::size_t with_dict_bytes(const Type* type, std::size_t bytes) {
  return type->has_flag(kTypeHasDict) ? ((bytes + 7) & ~std::size_t{7}) + sizeof(Value) : bytes;
}

// The instance's own dict; null: it cannot have one (or `make` is false and it has none yet).
Dict* instance_dict(Vm& vm, Object* object, bool make);

// For the heap: drops, visits, empties the dict that an instance of a script class has.
void drop_instance_dict(Object* object);
// False: instances of this type have none.
bool replace_instance_dict(Object* object, Ref<Dict> dict);
void traverse_instance_dict(Object* object, GcVisitor& visitor);
void clear_instance_dict(Object* object);

// Is the name in the __slots__ of the class or of an ancestor?
bool has_slot(const Type* type, std::string_view name);

// Sets (or with an empty value deletes) an attribute of the class itself: new versions for it and its
// subclasses, slots looked up again. False: there was nothing to delete.
bool set_type_attribute(Vm& vm, Type* type, const Value& name, const Value& value);

}  // namespace loopscope::python
