// Vm::Internals: state and steps of the machine that natives have no business with; shared by the machine's
// own files. Not here: what natives may ask (vm.h).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/python/vm.h"

namespace loopscope::python {

struct CoroutineWrapper : Object {
  Ref<Generator> coroutine;
};

enum class AsyncStepKind : std::uint8_t { kSend, kThrow, kClose };

// What __anext__, asend, athrow and aclose of an async generator give.
struct AsyncGeneratorStep : Object {
  Ref<Generator> generator;
  Value argument;  // the value to send or the exception to throw
  AsyncStepKind kind;
  bool used;
};

struct SuperObject : Object {
  Ref<Type> type;  // the class where the search starts behind
  Value object;    // the instance or class; empty: unbound
  Ref<Type> object_type;
};

// native.cpp: a type without dict and order, for the machine's start; then the rest of it.
Ref<Type> make_bare_type(Vm& vm, const TypeSpec& spec, Type* base);
void finish_native_type(Vm& vm, Type* type, const TypeSpec& spec);
void inherit_slots(Type* type, const Type* base);

// generators.cpp: the exception that throw(...) names. Empty: raised; may be suspended().
Value thrown_exception(Vm& vm, const Arguments& arguments, std::string_view method);

struct Vm::Internals {
  // ---- state ----
  std::unordered_map<std::string_view, Value> interned;               // keys look into the strings
  Value characters[128];                                              // strs of one ASCII character
  std::unordered_map<std::string, std::vector<std::string>> sources;  // file name -> lines
  std::vector<const ModuleSource*> module_sources;
  std::unordered_map<std::string, Value> library_modules;  // name -> dict of the loaded library Python
  std::unordered_set<std::string> warned;
  Ref<Type> member_type;                        // slot_members.h; the same
  Ref<Type> frame_type;                         // frame_object.h; null until one is asked for
  Value coroutine_origins;                      // dict, address -> stack; empty until one is tracked
  std::unordered_set<const Object*> finalized;  // their __del__ was queued or has run; they are still there
  std::unordered_map<const Object*, std::uint64_t>
      loop_generators;  // async ones that belong to a loop -> order
  std::uint64_t loop_generators_started = 0;
  std::vector<Value> being_shown;  // enter_repr
  bool has_finished = false;       // the program has; only what it left is dropped
  std::uint32_t native_depth = 0;  // nested repr, compare, hash on the C++ stack
  std::uint32_t type_versions = 0;

  // Type lookups: (version, name) -> what the method resolution order gives.
  struct CachedLookup {
    std::uint32_t version;
    std::uint64_t name;
    const Value* found;
  };
  static constexpr std::size_t kCachedLookups = 1024;
  CachedLookup lookups[kCachedLookups] = {};

  // ---- leaving run() ----
  enum class Leave : std::uint8_t { kNo, kBlocking, kAwaiting, kThrow };
  Leave leave = Leave::kNo;  // what the loop has to do before the next instruction
  BlockRequest block;
  Value awaited;
  Value build_class_function;
  Ref<Function> pass_on;  // one RETURN_VALUE: a frame of it hands a result on under an action of its own
  std::int32_t budget = 0;
  std::uint64_t spent = 0;  // instructions since the environment was asked
  bool pause = false;       // the safe point wants run() to return
  bool reraising = false;   // no traceback entry for the frame that raises

  // ---- making the types and modules (vm.cpp and its neighbours) ----
  static void make_builtin_types(Vm& vm);
  static void install_object_type(Vm& vm);
  static void install_function_types(Vm& vm);
  static void install_descriptor_types(Vm& vm);
  static void install_class_types(Vm& vm);
  static void install_class_attributes(Vm& vm);
  static void install_exception_types(Vm& vm);
  static void install_generator_types(Vm& vm);
  static void install_async_generator_types(Vm& vm);
  static void install_module_type(Vm& vm);
  // Types and exceptions under their names among the builtins.
  static void publish_builtins(Vm& vm);

  // Is it library Python that asks?
  static bool in_library(const Vm& vm) {
    return vm.fiber_ != nullptr && vm.fiber_->frame != nullptr && vm.fiber_->frame->code->is(kCodeLibrary);
  }

  // ---- frames (vm_frames.cpp) ----
  // A frame with unbound slots; its `back` is the fiber's current frame. Null: RecursionError is raised.
  static Frame* make_frame(Vm& vm, Function* function);
  static void free_frame(Heap& heap, Frame* frame);
  // Everything that free_frame drops.
  static void visit_frame(Frame* frame, GcVisitor& visitor);
  // Fills the parameters as a call does, with CPython's messages. Null: raised.
  static Frame* bind_call(Vm& vm, Function* function, const Arguments& arguments);
  // What calling a function gives once its frame is filled: a generator object, or the frame is made the
  // current one and the result is suspended().
  static Value enter(Vm& vm, Frame* frame);
  static Value call_function(Vm& vm, Function* function, const Arguments& arguments);
  // vm.call whose result is converted as `action` says, at once or when it is there.
  static Value call_for(Vm& vm, FrameReturn action, Value held, const Value& callable,
                        const Arguments& arguments);
  static Value call_for(Vm& vm, FrameReturn action, Value held, const Value& callable,
                        std::span<const Value> arguments) {
    return call_for(vm, action, std::move(held), callable,
                    Arguments{arguments.data(), static_cast<std::uint32_t>(arguments.size())});
  }
  // Gives `action` to what a tail call has started (`before` was the current frame then).
  static bool attach_action(Vm& vm, Frame* before, FrameReturn action, Value held);
  // Checks or converts a result as its action says: a value, empty (raised) or suspended().
  static Value convert_result(Vm& vm, FrameReturn action, const Value& held, Value result);

  // ---- the loop (vm_loop.cpp) and its slow steps (vm_steps_*.cpp) ----
  static RunResult execute(Vm& vm, Fiber& fiber);
  // The current frame ended with `result`: gives it to the frame behind. False: an exception is raised there.
  // Sets fiber.frame; null: the fiber ended and `*result` is its result.
  static bool finish_frame(Vm& vm, Fiber& fiber, Value* result);
  // An exception is raised in the current frame: finds the handler and sets pc and stack. False: the fiber
  // ended with it.
  static bool unwind(Vm& vm, Fiber& fiber);
  // Runs pending finalizers, the collector, MemoryError. False: an exception is raised.
  static bool safe_point(Vm& vm);
  // finalizers.cpp: all that are pending, one after the other. And one has ended, with an exception or not:
  // the next one starts; `held` is what its frame held.
  static void start_finalizer(Vm& vm, Fiber& fiber);
  static void end_finalizer(Vm& vm, Fiber& fiber, const Value& held, const Value& exception);
  // The fiber has come to its end with `result`, and dropped variables left something to do: a frame is made
  // that gives the same result once that is done.
  static void finalize_before_end(Vm& vm, Fiber& fiber, Value result);
  std::string_view source_line(std::string_view file_name, std::size_t line) const;
  static void write_unraisable(Vm& vm, std::string_view where, const Value& exception);
  // Instructions that the loop hands over (vm_rare.h). kNext: goes on in the same frame, whose pc and stack
  // may have changed; kFrame: in fiber.frame.
  enum class Rare : std::uint8_t { kNext, kRaised, kFrame };
  static Rare execute_rare(Vm& vm, Fiber& fiber, Word word);
  // What a call of a script function costs the budget, beside its own instructions.
  static constexpr std::int32_t kCallCost = 8;
  static constexpr std::uint32_t kGeneratorKinds = kCodeGenerator | kCodeCoroutine | kCodeAsyncGenerator;
  // CALL of a plain function whose positionals are all there: its frame, with the arguments moved off the
  // stack (the callable, too). Null: not such a call, nothing was done.
  static Frame* enter_simple(Vm& vm, Frame* frame, Value* base, std::uint32_t count);
  static Value load_global(Vm& vm, Function* function, const Value& name, Word* cache);
  // A builtin type that is made when a program first names it; else NameError.
  static Value rare_builtin(Vm& vm, const Value& name);
  static Value load_attribute(Vm& vm, const Value& owner, const Value& name, Word* cache);
  static Value load_method(Vm& vm, const Value& owner, const Value& name, Value* self, Word* cache);
  static Value store_attribute(Vm& vm, const Value& owner, const Value& name, const Value& value,
                               Word* cache);
  static Value contains_step(Vm& vm, const Value& container, const Value& item, bool negated);
  static Value inplace_add(Vm& vm, Frame* frame, const Word* pc, Value* sp);
  static bool fast_int_operator(BinaryOperator op, const Value& left, const Value& right, Value* result);
  static void raise_unbound(Vm& vm, const CodeObject* code, std::uint32_t slot);
  static void raise_unbound_cell(Vm& vm, const CodeObject* code, std::uint32_t slot);
  // FOR_ITER's action for the frame that a `next` slot has started before `frame`.
  static void attach_for(Vm& vm, Frame* frame);

  // ---- calls (vm_calls.cpp) ----
  // Stack: callable, self or empty, arguments, names if any. `count` as in CALL.
  static Value call_stack(Vm& vm, Value* base, std::uint32_t count, const Tuple* keyword_names);
  static Value call_spread(Vm& vm, const Value& callable, const Value& positionals, const Value* keywords);
  static Value call_native(Vm& vm, NativeFunction* function, const Arguments& arguments);
  static Value call_type(Vm& vm, Type* type, const Arguments& arguments);
  static Value call_any(Vm& vm, const Value& callable, const Arguments& arguments);

  // ---- operators of script classes (script_operators.cpp) ----
  static Value script_binary(Vm& vm, BinaryOperator op, bool inplace, std::uint32_t stage, const Value& left,
                             const Value& right);
  static Value script_compare(Vm& vm, CompareOperator op, std::uint32_t stage, const Value& left,
                              const Value& right);
  static Value unsupported_operands(Vm& vm, BinaryOperator op, bool inplace, const Value& left,
                                    const Value& right);
  static Value unsupported_comparison(Vm& vm, CompareOperator op, const Value& left, const Value& right);

  // ---- attributes (vm_attributes.cpp) ----
  static Value missing_attribute(Vm& vm, const Value& owner, const Value& name);
  static Value call_module_getattr(Vm& vm, const Value& module, const Value& name, bool importing);
  static Value call_getattr(Vm& vm, const Value& owner, const Value& name);

  // ---- classes (class_build.cpp, type_slots.cpp) ----
  static Value build_class(Vm& vm, const Arguments& arguments);
  static Value finish_class(Vm& vm, const Value& held);
  // Puts the dispatching slots for dunder methods that the type or its bases have in the script.
  static void update_slots(Vm& vm, Type* type);
  static bool compute_mro(Vm& vm, Type* type);
  static void new_version(Vm& vm, Type* type);

  // ---- generators (generators.cpp) ----
  static Value make_generator(Vm& vm, Frame* frame);
  // Drives it by hand: links its frame before the current one as a boundary; `sent` is empty at the first
  // start.
  static Value drive(Vm& vm, Generator* generator, FrameReturn action, Value held, Value sent, Value thrown);
  // The chain that is suspended by a yield leaves the fiber; its driver becomes the current frame.
  // Without a driver it leaves run() as kAwaiting.
  static void yield_value(Vm& vm, Fiber& fiber, Value value);
  static void async_yield(Vm& vm, Fiber& fiber, Value value);
  static void generator_ended(Fiber& fiber, Generator* generator);
  // SEND's own step: links, asks, or passes on. False: raised.
  static bool send(Vm& vm, Fiber& fiber, Frame* frame);
  // Puts a generator's frames before the current one. Its state must allow it. A boundary holds a reference
  // to its generator; a frame linked by SEND is held by the stack behind it. False: RecursionError.
  static bool link(Vm& vm, Generator* generator, FrameReturn action, Value held, bool as_boundary);
  // iterator for await: the value itself if it can be sent to, or what its __await__ gives. May be
  // suspended().
  static Value get_awaitable(Vm& vm, const Value& value, std::uint32_t where);
  static Value get_async_next(Vm& vm, const Value& iterator);
  // An async generator starts: it belongs to the loop that runs, if one does.
  static void adopt_async_generator(Vm& vm, Generator* generator);
  static void remember_origin(Vm& vm, Generator* coroutine);
  static void warn_never_awaited(Vm& vm, Generator* generator);

  // ---- exceptions (vm_exceptions.cpp) ----
  // RAISE: false is usual (raised); true: a frame was pushed that makes the exception.
  static bool raise_statement(Vm& vm, Value exception, Value cause);
  static void raise_no_exception(Vm& vm, const Value& type, const Value& made);
  static Value match_exception(Vm& vm, const Value& exception, const Value& type);
  static void add_traceback(Vm& vm, Frame* frame, std::uint32_t word);
  // The frame ends with the exception that is raised: its traceback takes the frame over, as CPython's does,
  // so that what the variables hold is dropped with the exception and not before. Library frames are freed.
  static void retire_frame(Vm& vm, Frame* frame);
  static void set_context(Vm& vm, Fiber* fiber, ExceptionObject* exception);

  // ---- imports (vm_import.cpp) ----
  static Value import_name(Vm& vm, const Value& name, const Value& from_list, std::int64_t level);
  static Value import_state(Vm& vm, const Value& name, const Value& from_list);
  static Value import_from(Vm& vm, const Value& module, const Value& name);
  static Value cannot_import(Vm& vm, const Value& module, const Value& name);
  static bool import_star(Vm& vm, const Value& module, Dict* names);

  // ---- unpacking, match (vm_steps_data.cpp) ----
  // after: -1 without a star.
  static Rare unpack(Vm& vm, Frame* frame, std::uint32_t before, std::int32_t after);
  static Value match_keys(Vm& vm, const Value& subject, const Value& keys);
  static Value match_class(Vm& vm, const Value& subject, const Value& type, const Value& names,
                           std::uint32_t count);
};

}  // namespace loopscope::python
