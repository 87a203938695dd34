// WellKnownTypes: the builtin types of one machine, made bare when it starts; and the names that it asks for
// often. Not here: their methods (types/), exceptions' own table (exception_types.h).
#pragma once

#include "core/python/exception_types.h"
#include "core/python/type.h"
#include "core/python/value.h"

namespace loopscope::python {

// X(field, "name", base field, Layout, C++ struct, flags)
// clang-format off
#define LOOPSCOPE_BUILTIN_TYPES(X) \
  X(int_, "int", object, kInteger, Integer, kTypeSubclassable | kTypeMatchSelf) \
  X(bool_, "bool", int_, kInteger, Integer, kTypeMatchSelf) \
  X(float_, "float", object, kFloat, FloatObject, kTypeSubclassable | kTypeMatchSelf) \
  X(str, "str", object, kString, String, kTypeSubclassable | kTypeMatchSelf) \
  X(bytes, "bytes", object, kBytes, Bytes, kTypeSubclassable | kTypeMatchSelf) \
  X(list, "list", object, kList, List, kTypeTracked | kTypeSubclassable | kTypeMatchSelf | kTypeSequencePattern) \
  X(tuple, "tuple", object, kTuple, Tuple, kTypeTracked | kTypeSubclassable | kTypeMatchSelf | kTypeSequencePattern) \
  X(dict, "dict", object, kDict, Dict, kTypeTracked | kTypeSubclassable | kTypeMatchSelf | kTypeMappingPattern) \
  X(set, "set", object, kSet, Set, kTypeTracked | kTypeSubclassable | kTypeMatchSelf) \
  X(frozenset, "frozenset", object, kSet, Set, kTypeTracked | kTypeSubclassable | kTypeMatchSelf) \
  X(slice, "slice", object, kSlice, Slice, kTypeTracked) \
  X(none_type, "NoneType", object, kPlain, Object, 0) \
  X(ellipsis_type, "ellipsis", object, kPlain, Object, 0) \
  X(not_implemented_type, "NotImplementedType", object, kPlain, Object, 0) \
  X(function, "function", object, kFunction, Function, kTypeTracked | kTypeClosed) \
  X(native_function, "builtin_function_or_method", object, kNativeFunction, NativeFunction, kTypeTracked | kTypeClosed) \
  X(method_descriptor, "method_descriptor", object, kNativeFunction, NativeFunction, kTypeTracked | kTypeClosed) \
  X(wrapper_descriptor, "wrapper_descriptor", object, kNativeFunction, NativeFunction, kTypeTracked | kTypeClosed) \
  X(class_method_descriptor, "classmethod_descriptor", object, kNativeFunction, NativeFunction, kTypeTracked | kTypeClosed) \
  X(native_property, "getset_descriptor", object, kNative, NativeProperty, kTypeTracked | kTypeClosed) \
  X(bound_method, "method", object, kBoundMethod, BoundMethod, kTypeTracked) \
  X(method_wrapper, "method-wrapper", object, kBoundMethod, BoundMethod, kTypeTracked | kTypeClosed) \
  X(property, "property", object, kNative, Property, kTypeTracked | kTypeSubclassable) \
  X(static_method, "staticmethod", object, kNative, Property, kTypeTracked | kTypeSubclassable) \
  X(class_method, "classmethod", object, kNative, Property, kTypeTracked | kTypeSubclassable) \
  X(super, "super", object, kNative, SuperObject, kTypeTracked) \
  X(code, "code", object, kCode, CodeObject, kTypeClosed) \
  X(cell, "cell", object, kCell, Cell, kTypeTracked | kTypeClosed) \
  X(generator, "generator", object, kGenerator, Generator, kTypeTracked | kTypeClosed) \
  X(coroutine, "coroutine", object, kGenerator, Generator, kTypeTracked | kTypeClosed) \
  X(async_generator, "async_generator", object, kGenerator, Generator, kTypeTracked | kTypeClosed) \
  X(coroutine_wrapper, "coroutine_wrapper", object, kNative, CoroutineWrapper, kTypeTracked | kTypeClosed) \
  X(async_generator_step, "async_generator_asend", object, kNative, AsyncGeneratorStep, kTypeTracked | kTypeClosed) \
  X(module, "module", object, kModule, Module, kTypeTracked) \
  X(traceback, "traceback", object, kTraceback, Traceback, kTypeTracked | kTypeClosed)
// clang-format on

struct WellKnownTypes {
  Type* object = nullptr;
  Type* type = nullptr;
#define LOOPSCOPE_TYPE_FIELD(field, ...) Type* field = nullptr;
  LOOPSCOPE_BUILTIN_TYPES(LOOPSCOPE_TYPE_FIELD)
  LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_TYPE_FIELD)
#undef LOOPSCOPE_TYPE_FIELD
  Type* range = nullptr;  // made by types/, as are iterators and views, which their own files know
  // Iterators and views, by types/' own numbering (types/own_types.h).
  Type* own[24] = {};
};

// Interned at the start: `names.dunder_init` is the str "__init__", `names.plain_send` the str "send".
// clang-format off
#define LOOPSCOPE_DUNDER_NAMES(X) \
  X(init) X(new) X(del) X(call) X(repr) X(str) X(format) X(hash) X(eq) X(ne) X(lt) X(le) X(gt) X(ge) \
  X(bool) X(len) X(iter) X(next) X(contains) X(getitem) X(setitem) X(delitem) X(getattr) X(getattribute) \
  X(setattr) X(delattr) X(get) X(set) X(delete) X(enter) X(exit) X(aenter) X(aexit) X(await) X(aiter) \
  X(anext) X(add) X(radd) X(iadd) X(sub) X(rsub) X(isub) X(mul) X(rmul) X(imul) X(truediv) X(rtruediv) \
  X(itruediv) X(floordiv) X(rfloordiv) X(ifloordiv) X(mod) X(rmod) X(imod) X(pow) X(rpow) X(ipow) \
  X(matmul) X(rmatmul) X(imatmul) X(lshift) X(rlshift) X(ilshift) X(rshift) X(rrshift) X(irshift) X(and) \
  X(rand) X(iand) X(or) X(ror) X(ior) X(xor) X(rxor) X(ixor) X(neg) X(pos) X(invert) X(abs) X(int) \
  X(float) X(index) X(round) X(reversed) X(missing) X(class) X(dict) X(name) X(qualname) X(module) X(doc) \
  X(bases) X(mro) X(slots) X(annotations) X(init_subclass) X(set_name) X(class_getitem) X(classcell) \
  X(match_args) X(main) X(file) X(all) X(builtins) X(spec) X(path) X(package) X(cause) X(context) \
  X(traceback) X(notes) X(suppress_context) X(self) X(func) X(defaults) X(kwdefaults) X(closure) X(code) \
  X(globals) X(wrapped) X(instancecheck) X(subclasscheck) X(subclasses) X(dir) X(bytes) X(prepare) \
  X(mro_entries) X(length_hint) X(firstlineno) X(static_attributes) X(type_params) X(orig_bases) \
  X(weakref) X(isabstractmethod) X(args)
#define LOOPSCOPE_PLAIN_NAMES(X) \
  X(send) X(throw) X(close) X(keys) X(items) X(values) X(value) X(args) X(name) X(path) X(obj) X(code) \
  X(exceptions) X(message) X(append) X(write) X(metaclass) X(self) X(get)
// clang-format on

struct WellKnownNames {
#define LOOPSCOPE_NAME_FIELD(field) Value dunder_##field;
  LOOPSCOPE_DUNDER_NAMES(LOOPSCOPE_NAME_FIELD)
#undef LOOPSCOPE_NAME_FIELD
#define LOOPSCOPE_NAME_FIELD(field) Value plain_##field;
  LOOPSCOPE_PLAIN_NAMES(LOOPSCOPE_NAME_FIELD)
#undef LOOPSCOPE_NAME_FIELD
  Value empty_string;
};

}  // namespace loopscope::python
