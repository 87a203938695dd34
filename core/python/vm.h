// Vm: one script machine: its heap, types, modules; running fibers; and everything that native code may ask
// of it. Not here: object layouts (their own headers), the runtime, the clock, the network (the embedder has
// them).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/code.h"
#include "core/python/dict.h"
#include "core/python/environment.h"
#include "core/python/exception.h"
#include "core/python/fiber.h"
#include "core/python/heap.h"
#include "core/python/integer.h"
#include "core/python/list.h"
#include "core/python/module.h"
#include "core/python/native.h"
#include "core/python/string.h"
#include "core/python/tuple.h"
#include "core/python/value.h"
#include "core/python/well_known_types.h"

namespace loopscope::python {

// A module that scripts can import: native code fills its dict, or it is Python of our own, or first the one,
// then the other.
struct ModuleSource {
  std::string_view name;                             // dotted
  void (*initialize)(Vm& vm, Dict* dict) = nullptr;  // may raise
  std::string_view text = {};  // library Python, of static storage; compiled once, at the first import
};

// Where the user's code is: the innermost frame that is not the library's.
struct UserPosition {
  std::string_view file_name;
  std::string_view function_name;
  SourcePosition position;  // line 0: there is none
};

class Vm {
 public:
  explicit Vm(Environment& environment);
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;
  ~Vm();  // every Fiber and every Value held outside must be gone

  // ---- running (embedder) ----

  // Modules that can be imported from now on; `sources` must outlive the Vm.
  void add_modules(std::span<const ModuleSource> sources);
  // Source text for tracebacks, by file name as codes have it.
  void add_source(std::string_view file_name, std::string_view text);
  // Names of modules that "No module named" may hint at.
  std::string module_hint(std::string_view missing) const;

  // A fiber that runs a module's code as __main__ (fresh globals each time).
  void start_main(Fiber& fiber, std::shared_ptr<const CodeData> code);
  // A fiber that calls something. False: it raised before the first frame (take_exception).
  // A native callable may be done at once: run() then returns its result.
  void start_call(Fiber& fiber, const Value& callable, std::span<const Value> arguments);
  // A fiber that runs a coroutine or generator object (a task's). It must be fresh or suspended.
  bool start_coroutine(Fiber& fiber, const Value& coroutine);
  // Runs until it returns, raises, waits, blocks or pauses. After kAwaiting or kBlocking: first `resume` or
  // `resume_throw`.
  RunResult run(Fiber& fiber);
  // kAwaiting: asks the awaitable again (value is ignored). kBlocking: `value` is the blocked call's result.
  void resume(Fiber& fiber, Value value = Value::none());
  // Raises `exception` where the fiber waits, at its innermost frame.
  void resume_throw(Fiber& fiber, Value exception);
  // Instructions executed since the last call of this or of Environment::should_pause, for charging computing
  // time.
  std::uint64_t take_instructions();
  // Where the fiber is (while it waits or runs): for lanes and gutters.
  UserPosition position(const Fiber& fiber) const;
  // The same for the fiber that runs just now.
  UserPosition current_position() const;
  Fiber* current_fiber() const { return fiber_; }
  // The async generators that belong to a loop, in the order in which they were started; they belong to none
  // from now on.
  std::vector<Value> take_loop_generators();
  // Runs what dropped objects left to do (__del__ ...), to its end: what would wait there raises. Between
  // fibers.
  void run_finalizers();
  // The same, then the collector. After the main program.
  void finish();

  // The whole text that CPython prints for an exception that ends the program; ends with a newline.
  std::string format_exception(const Value& exception);
  // The user's frames of the fiber that runs, as tracebacks show them; at most ten, the innermost last.
  std::string format_stack(int most = 10) const;
  // '  File "x.py", line 3, in main' and the source line, where that is known.
  std::string stack_line(std::string_view file_name, std::int32_t line, std::string_view function) const;
  // "SystemExit" handling: the exit status that CPython gives, and what it prints first.
  int exit_status(const Value& exception, std::string* text);
  // file:line: Category: message, and the source line, as the warnings module shows them; once per place.
  void warn(Type* category, std::string_view message);

  // ---- raising: all return the empty Value, so that natives write `return vm.raise(...)` ----

  template <typename... Pieces>
  Value raise(Type* type, const Pieces&... pieces) {
    std::string message;
    (message.append(std::string_view(pieces)), ...);
    return raise_text(type, message);
  }
  Value raise_text(Type* type, std::string_view message);
  // With one argument that is not a text, e.g. KeyError(key), StopIteration(value).
  Value raise_with(Type* type, Value argument);
  // An exception object (or class, which is called without arguments if native). Adds the context.
  Value raise_exception(Value exception);
  Value raise_memory_error();
  bool has_exception() const { return !exception_.is_empty(); }
  const Value& exception() const { return exception_; }
  // Takes what was raised; nothing is raised any more.
  Value take_exception() { return std::move(exception_); }
  // A coroutine that never ran, or a list, tuple or set of some, which a function without a frame in the
  // traceback was given: it is dropped with what was raised, as with the frame that CPython has there.
  void keep_with_exception(const Value& value);
  // Is what was raised an instance of the type?
  bool exception_matches(Type* type) const;

  // ---- making values; small allocations cannot fail (heap.h) ----

  Value make_string(std::string_view utf8);
  // Room for `bytes` bytes that the caller fills before anyone sees it; then finish_string counts its code
  // points.
  Ref<String> make_string_buffer(std::size_t bytes);
  void finish_string(String* string);
  Value make_bytes(std::string_view bytes);
  // The one str with this text: for names. Interned strings live as long as the Vm.
  Value intern(std::string_view utf8);
  Value intern(const Value& string);
  // left + right; both exact or derived strs.
  Value concat(const Value& left, const Value& right);
  // The same of an exact str that nobody else holds, which grows where it is. False: no memory, nothing has
  // happened.
  bool append(Value& left, const String& right);
  Value make_int(std::int64_t number) {
    return Value::fits_small_int(number) ? Value::small_int(number) : make_integer(*this, number);
  }
  Value make_exception(Type* type, std::string_view message);
  Value make_cell(Value content);
  Value make_bound_method(Value function, Value self);
  Value make_instance(Type* type);  // object.__new__

  // ---- types of values ----

  Type* type_of(const Value& value) const { return python::type_of(*this, value); }
  // As type() gives it: a native's method of an object is of a type of its own there.
  Type* class_of(const Value& value) const;
  // As messages say it, CPython's tp_name: "list", "Kitchen", "datetime.date".
  std::string_view type_name(const Value& value) const;
  std::string_view name_of(const Type* type) const;
  bool is_exact(const Value& value, const Type* type) const {
    return value.is_object() && value.object()->type == type;
  }
  bool has_layout(const Value& value, Layout layout) const {
    return value.is_object() && value.object()->type->layout == layout;
  }
  bool is_string(const Value& value) const { return has_layout(value, Layout::kString); }
  bool is_list(const Value& value) const { return has_layout(value, Layout::kList); }
  bool is_tuple(const Value& value) const { return has_layout(value, Layout::kTuple); }
  bool is_dict(const Value& value) const { return has_layout(value, Layout::kDict); }
  bool is_type(const Value& value) const { return has_layout(value, Layout::kType); }
  bool is_exception(const Value& value) const { return has_layout(value, Layout::kException); }
  bool is_instance(const Value& value, const Type* type) const { return is_subtype(type_of(value), type); }
  bool is_callable(const Value& value) const;

  // ---- operations that may end in suspended(): natives return such a result as it is (a tail call) ----
  // Inside a NativeOnly scope they return deferred() instead of running the script.

  Value call(const Value& callable, std::span<const Value> arguments);
  Value call(const Value& callable, const Arguments& arguments);
  template <typename... Values>
    requires(sizeof...(Values) > 0)
  Value call(const Value& callable, const Values&... values) {
    const std::array<Value, sizeof...(Values)> arguments = {Value(values)...};
    return call(callable, std::span<const Value>(arguments));
  }
  Value call(const Value& callable) { return call(callable, std::span<const Value>()); }
  // callable.name(arguments...) looked up on the type, as the interpreter looks for dunder methods.
  Value call_method(const Value& self, const Value& name, std::span<const Value> arguments);
  // A function of the library Python in core/python/library/FILE.py; a tail call like any other.
  Value library(std::string_view file, std::string_view function);
  template <typename... Values>
  Value call_library(std::string_view file, std::string_view function, const Values&... values) {
    Value callable = library(file, function);
    return callable.is_special() ? callable : call(callable, values...);
  }

  Value repr(const Value& value);
  Value str(const Value& value);
  Value format(const Value& value, const Value& spec);
  Value hash(const Value& value);
  Value length(const Value& value);
  Value iterate(const Value& value);  // iter(value); TypeError "'int' object is not iterable"
  Value next(const Value& iterator);  // exhausted() at the end
  Value truth(const Value& value);    // True or False
  Value compare(CompareOperator op, const Value& left, const Value& right);
  Value binary(BinaryOperator op, const Value& left, const Value& right);
  Value inplace(BinaryOperator op, const Value& left, const Value& right);
  Value unary(UnaryOperator op, const Value& value);
  Value get_item(const Value& container, const Value& key);
  Value set_item(const Value& container, const Value& key, const Value& value);  // None
  Value delete_item(const Value& container, const Value& key);                   // None
  Value contains(const Value& container, const Value& item);                     // True or False
  // `name` interned. AttributeError with CPython's words.
  Value get_attribute(const Value& object, const Value& name);
  Value set_attribute(const Value& object, const Value& name,
                      const Value& value);  // value empty: delete; None
  // isinstance and issubclass, tuples and unions too.
  Value check_instance(const Value& object, const Value& types);
  Value check_subclass(const Value& type, const Value& types);

  // ---- operations that finish at once ----
  // Equality, hash and order from inside native containers, and the numbers that arguments of natives stand
  // for: the only places where script code runs nested, bounded; what would suspend there raises
  // RuntimeError.

  enum class Answer : std::uint8_t { kNo, kYes, kRaised };
  Answer equal_now(const Value& left, const Value& right);  // identity counts as equal, as in containers
  Answer less_now(const Value& left, const Value& right);
  bool hash_now(const Value& value, std::int64_t* hash);  // false: raised
  // The int that an argument is or gives by __index__. Empty: raised TypeError.
  Value index_value(const Value& value);
  // The same as a machine's index. False: raised, IndexError where it does not fit.
  bool index_of(const Value& value, std::int64_t* index);
  // The float that an object gives by __float__ or __index__; empty: it has neither, or raised.
  Value float_value(const Value& value);
  // Runs a callable to its end on a fiber of its own. For those above and for loading library Python only.
  Value call_now(const Value& callable, std::span<const Value> arguments);

  // Generic attribute access, for get_attribute slots that handle some names themselves. `may_fall_back`: on
  // __getattr__, as all do but object.__getattribute__ itself.
  Value generic_get_attribute(const Value& object, const Value& name, bool may_fall_back = true);
  Value generic_set_attribute(const Value& object, const Value& name, const Value& value);
  // Attribute of exact natives without the script; empty and nothing raised: none.
  Value find_attribute(const Value& object, const Value& name);

  // ---- blocking and waiting: natives return what these return ----

  // The script thread stands still; what the driver resumes with is the native's result.
  Value block(BlockRequest request);
  // In an await_step slot: not done yet; run() returns kAwaiting{what} if no generator is driven by hand in
  // between.
  Value wait_for(Value what);

  // While one exists, operations that need the script return deferred() and change nothing.
  class NativeOnly {
   public:
    explicit NativeOnly(Vm& vm) : vm_(vm) { ++vm_.native_only_; }
    ~NativeOnly() { --vm_.native_only_; }
    NativeOnly(const NativeOnly&) = delete;
    NativeOnly& operator=(const NativeOnly&) = delete;

   private:
    Vm& vm_;
  };
  bool native_only() const { return native_only_ != 0; }

  // repr of something that may contain itself: false: it is being shown already ("[...]"). Pair with
  // leave_repr.
  bool enter_repr(const Value& value);
  void leave_repr();

  // ---- modules ----

  // Makes and registers a module now, without importing: for embedders. Borrowed by sys.modules.
  Ref<Module> make_module(std::string_view name);
  // Imports a native or library module at once. Empty: raised.
  Value import_now(std::string_view name);
  Dict* builtins() const { return builtins_.get(); }
  Dict* modules() const { return modules_.get(); }

  Heap heap;
  WellKnownTypes types;
  WellKnownNames names;
  Environment& environment;
  std::uint32_t deepest = 1001 * kFrameDepth - 1;  // of all Frame::depth; RecursionError beyond
  // Instructions until the environment is asked again.
  std::int32_t budget_slice = 4096;
  // While it is set a coroutine remembers who made it, for "was never awaited".
  bool tracks_coroutine_origins = false;

  // The machine's own parts (internals.h); not for natives.
  struct Internals;
  friend struct Internals;
  Internals& internals() { return *internals_; }

 private:
  Value exception_;
  Fiber* fiber_ = nullptr;
  std::uint32_t native_only_ = 0;
  std::uint32_t nested_runs_ = 0;
  Ref<Dict> builtins_;
  Ref<Dict> modules_;
  std::unique_ptr<Internals> internals_;
};

}  // namespace loopscope::python
