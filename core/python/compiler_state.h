// The compiler's state and its parts, shared by the files that implement it. Not for: users, see compiler.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/ast_statement.h"
#include "core/python/code_builder.h"
#include "core/python/compiler.h"
#include "core/python/scope.h"

namespace loopscope::python {

class Compiler {
 public:
  Compiler(SyntaxTree& module, const Source& source, Scopes& scopes, const CompileOptions& options,
           std::vector<SyntaxWarning>& warnings);
  // Null: error() says why.
  std::shared_ptr<const CodeData> run();
  std::optional<SyntaxError>& error() { return error_; }

 private:
  // What a break, continue or return has to undo on its way out, innermost last.
  enum class BlockKind : std::uint8_t {
    While,
    For,         // iterator on the stack
    AsyncFor,    // aiterator on the stack
    Try,         // body of try with except clauses
    Finally,     // body of try with finally: its finally block runs
    FinallyEnd,  // finally block, as a handler: previous, exc on the stack
    With,        // exit, exit-self on the stack
    AsyncWith,
    Handler,      // except clause: previous on the stack; its name is unbound
    StarHandler,  // the clauses of except*: nothing may leave them but exceptions
    Value,        // a value on the stack that a finally block may drop
  };
  struct FrameBlock {
    BlockKind kind;
    Label again;                                  // loops: where continue goes
    Label end;                                    // loops: where break goes
    CodeBuilder::Region* region = nullptr;        // to be left while undoing
    CodeBuilder::Region* outer_region = nullptr;  // Handler with a name: the clause's, around the body's
    const Block* finally = nullptr;
    const Identifier* name = nullptr;  // Handler
    Span span = {};
  };
  // One code object in the making.
  struct Unit {
    Unit(Unit* outer_unit, Scope* unit_scope, const Source& source)
        : outer(outer_unit), scope(unit_scope), builder(source) {}
    Unit* outer;
    Scope* scope;
    Scope* scope_around = nullptr;  // what the outer unit was in when this one began
    CodeBuilder builder;
    CodeData data;
    std::vector<FrameBlock> blocks;
    std::vector<std::string_view> static_attributes;  // of a class: what its methods set of self
  };
  // Sets the position of what is emitted, and sets it back.
  class At {
   public:
    At(Compiler& compiler, Span span) : builder_(compiler.code()), before_(builder_.set_position(span)) {}
    ~At() { builder_.set_position(before_); }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

   private:
    CodeBuilder& builder_;
    Span before_;
  };

  CodeBuilder& code() { return unit_->builder; }
  void emit(Opcode opcode, std::uint32_t operand = 0) { code().emit(opcode, operand); }
  void fail(Span span, std::string message);
  // "Loopscope does not support <construct> (line N)".
  void refuse(Span span, std::string_view construct);
  void warn(Span span, std::string message);
  bool in_async_function() const;
  std::uint32_t line_of(Span span) const { return source_.line_of(span.begin); }

  // -- units (compiler.cpp) --
  void begin_unit(Unit& unit, Span first);
  std::shared_ptr<const CodeData> end_unit();
  std::string qualified_name(const Unit& unit) const;
  void module_body();
  void future_imports();
  void docstring(Block& body);
  const ConstantExpr* docstring_of(const Block& body) const;
  static std::string clean_docstring(std::string_view text);

  // -- variables (compiler_names.cpp) --
  std::string_view mangled(std::string_view name);
  std::uint32_t name_index(std::string_view name) { return code().name(mangled(name)); }
  void load_name(std::string_view name, bool for_call = false);
  bool is_global_name(std::string_view name);
  void store_name(std::string_view name);
  void delete_name(std::string_view name);
  // What the end of an except clause does to its name, bound or not.
  void unbind_name(std::string_view name);
  // Unbinds slots: no value stays alive in them.
  void clear_slot(std::uint32_t slot);

  // -- functions and classes (compiler_functions.cpp) --
  void function(const FunctionDefStmt& statement);
  void lambda(const LambdaExpr& expression);
  std::uint32_t defaults(const Parameters& parameters);
  std::uint32_t annotations(const Parameters& parameters, const Expr* returns);
  void annotation(const Expr* expression);
  std::uint32_t annotation_pair(const Parameter& parameter);
  void parameter_counts(const Parameters& parameters);
  void make_function(std::shared_ptr<const CodeData> body, Scope* scope, std::uint32_t flags);
  void class_definition(const ClassDefStmt& statement);
  // -- type parameters (compiler_type_parameters.cpp); null: none
  void begin_type_parameters(const TypeParameters* parameters);
  // `around`: the scope before they began. `attach`: what they belong to is on top and gets __type_params__.
  void end_type_parameters(const TypeParameters* parameters, Scope* around, bool attach);
  void load_from_typing(std::string_view name);
  void load_type_parameters(const TypeParameters& parameters);
  void type_alias(const TypeAliasStmt& statement);
  std::shared_ptr<const CodeData> class_body(const ClassDefStmt& statement);
  void apply_decorators(Seq<Expr*> decorators);

  // -- statements (compiler_statements.cpp, compiler_assignments.cpp, compiler_imports.cpp) --
  void block(const Block& body);
  void statement(const Stmt* statement);
  void expression_statement(const Expr* expression);
  void return_statement(const ValueStmt& statement);
  void raise_statement(const RaiseStmt& statement);
  void assert_statement(const AssertStmt& statement);
  void import_statement(const ImportStmt& statement);
  void import_from(const ImportStmt& statement);
  void assign(const AssignStmt& statement);
  bool assign_swapped(const AssignStmt& statement);
  void augmented(const AugAssignStmt& statement);
  void augmented_operation(const AugAssignStmt& statement);
  void annotated(const AnnAssignStmt& statement);
  void store(const Expr* target);
  // For the class around, where a method sets it of self.
  void note_static_attribute(const AttributeExpr& attribute);
  void unpack(const SequenceExpr& target);
  void remove(const Expr* target);
  void check_subscriptable(const Expr* expression);
  void check_index(const Expr* value, const Expr* index);

  // -- control flow (compiler_flow.cpp, compiler_try.cpp, compiler_with.cpp, compiler_match.cpp) --
  void if_statement(const IfStmt& statement);
  void while_statement(const WhileStmt& statement);
  void for_statement(const ForStmt& statement);
  void async_for_statement(const ForStmt& statement);
  void leave_loop(const Stmt* statement, bool is_break);
  // Emits what undoes the innermost blocks down to `keep` of them. `value_on_top`: a value stays above all of
  // it. Gives the regions it left, for resume_regions after the jump or return.
  std::vector<CodeBuilder::Region*> unwind(std::size_t keep, bool value_on_top);
  void resume_regions(const std::vector<CodeBuilder::Region*>& regions);
  void unwind_block(const FrameBlock& block, bool value_on_top);
  // Jumps to `target` if the truth of the expression is `when`, goes on otherwise.
  void jump_if(const Expr* expression, Label target, bool when);
  void jump_if_compare(const CompareExpr& expression, Label target, bool when);
  void try_statement(const TryStmt& statement);
  void try_except(const TryStmt& statement);
  void except_clauses(const TryStmt& statement, Label end);
  void except_clause(const ExceptHandler& handler, CodeBuilder::Region& clauses, Label end);
  void except_star_clauses(const TryStmt& statement, Label end);
  void except_star_clause(const ExceptHandler& handler);
  void cleanup_handler(Label handler);
  void try_finally(const TryStmt& statement);
  void with_statement(const WithStmt& statement, std::size_t item);
  void await_result(std::uint32_t kind);
  void match_statement(const MatchStmt& statement);

  // -- expressions (compiler_expressions.cpp, compiler_calls.cpp, compiler_displays.cpp, compiler_fold.cpp)
  // --
  void expression(const Expr* expression);
  void bool_op(const BoolOpExpr& expression);
  void binary(const BinOpExpr& expression);
  void unary(const UnaryOpExpr& expression);
  void conditional(const IfExpExpr& expression);
  void compare(const CompareExpr& expression);
  void compare_operation(Comparison op);
  void compare_operand(Comparison op, const Expr* operand);
  void check_compare(const CompareExpr& expression);
  void await(const OperandExpr& expression);
  void yield(const OperandExpr& expression);
  void yield_from(const OperandExpr& expression);
  void attribute(const AttributeExpr& expression);
  void subscript(const SubscriptExpr& expression);
  bool is_plain_slice(const Expr* index) const;
  void slice_bounds(const SliceExpr& slice);
  void slice(const SliceExpr& slice);
  void joined_string(const JoinedStrExpr& expression);
  void formatted_value(const FormattedValueExpr& expression);
  void list_or_tuple(const SequenceExpr& expression);
  void set(const SequenceExpr& expression);
  void sequence(Seq<Expr*> items, Opcode build, Opcode add, Opcode extend);
  void dict(const DictExpr& expression);
  void dict_pairs(const DictExpr& expression, std::size_t begin, std::size_t end);
  void call(const CallExpr& expression);
  void call_function(const CallExpr& expression, bool plain);
  void call_with_stars(Seq<Expr*> arguments, Seq<Keyword> keywords, std::uint32_t already);
  void call_arguments(Seq<Expr*> arguments, Seq<Keyword> keywords, std::uint32_t already);
  void check_keywords(Seq<Keyword> keywords);
  void check_callable(const Expr* function);
  Span call_position(const CallExpr& expression) const;
  // The value of a literal, or of operators on literals; nothing: it is not constant.
  std::optional<Constant> fold(const Expr* expression) const;
  static std::optional<Constant> fold_binary(BinaryOperator op, const Constant& left, const Constant& right);
  static std::optional<Constant> fold_integers(BinaryOperator op, std::int64_t left, std::int64_t right);
  static bool truth(const Constant& constant);
  static Constant literal(const ConstantExpr& constant);
  // A small int on the right of + or -: the operand of ADD_INT and its kind.
  std::optional<std::int32_t> small_operand(BinaryOperator op, const Expr* right) const;

  // -- comprehensions (compiler_comprehensions.cpp) --
  void comprehension(const ComprehensionExpr& expression);
  void inlined_comprehension(const ComprehensionExpr& expression, Scope* scope);
  void function_comprehension(const ComprehensionExpr& expression, Scope* scope);
  void comprehension_clause(const ComprehensionExpr& expression, std::size_t clause, std::uint32_t depth);
  void comprehension_element(const ComprehensionExpr& expression, std::uint32_t depth);

  friend class MatchCompiler;

  SyntaxTree& module_;
  const Source& source_;
  Scopes& scopes_;
  const CompileOptions& options_;
  std::vector<SyntaxWarning>& warnings_;
  Unit* unit_ = nullptr;
  Scope* scope_ = nullptr;            // the unit's, or of an inlined comprehension in it
  bool annotations_as_text_ = false;  // from __future__ import annotations
  std::uint32_t future_imports_end_ = 0;
  std::optional<SyntaxError> error_;
};

}  // namespace loopscope::python
