// The parser's state and rules, shared by the files that implement it. Not for: users of the parser, see
// parser.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/ast_statement.h"
#include "core/python/lexer.h"
#include "core/python/syntax_error.h"

namespace loopscope::python {

// Rules give null where the text does not match; the position is then anywhere, a caller that goes on has
// kept its own. A rule that matched a part stops after it, as a rule of CPython's grammar does: `1 +` matches
// `1`. While `diagnosing_` (the second reading), rules also look for what people get wrong and set `error_`;
// every rule gives null from then on.
class Parser {
 public:
  Parser(const Source& source, std::vector<SyntaxWarning>& warnings);
  std::expected<SyntaxTree, SyntaxError> run();

 private:
  using Kind = TokenKind;

  // Bounds the recursion: 1,200 units, of which a nested expression takes four, whatever else nests takes
  // one.
  class Deeper {
   public:
    Deeper(Parser& parser, int cost) : parser_(parser), cost_(cost) {
      parser_.depth_ += cost_;
      if (parser_.depth_ > kMaxDepth) parser_.fail_too_deep();
    }
    ~Deeper() { parser_.depth_ -= cost_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    bool failed() const { return parser_.error_.has_value(); }

   private:
    Parser& parser_;
    int cost_;
  };
  static constexpr int kMaxDepth = 1200;
  static constexpr int kExpressionCost = 4;
  static constexpr int kMaxWords = 40;  // of a text that is no program; the error of a later one is plainer
  // The second reading goes back where rules overlap. A text made to make it go back again and again gets the
  // plain error; no text that a person wrote comes near.
  static constexpr std::size_t kMaxSteps = 1'000'000;
  static constexpr std::size_t kStepsPerToken = 40;

  // -- tokens (parser.cpp) --
  const Token& token(std::size_t ahead = 0);
  Kind kind(std::size_t ahead = 0) { return token(ahead).kind; }
  bool at(Kind wanted) { return kind() == wanted; }
  bool at_word(std::string_view word);
  bool accept(Kind wanted);
  // Like accept; where the token is another, "expected ':'" and the like, at once.
  bool force(Kind wanted, std::string_view spelling);
  const Token& next();
  std::uint32_t begin() { return token().span.begin; }
  std::uint32_t last_end() const { return position_ == 0 ? 0 : tokens_.list[position_ - 1].span.end; }
  Span since(std::uint32_t begin) const { return {begin, last_end()}; }
  std::string_view text(const Token& token) const { return source_.slice(token.span); }
  bool name(Identifier& out);
  std::string_view name_text(const Token& token);

  // -- errors (parser.cpp); all give null --
  std::nullptr_t fail(Span span, std::string message) {
    return fail_range(span.begin, span.end, std::move(message));
  }
  std::nullptr_t fail_range(std::uint32_t begin, std::uint32_t end, std::string message);
  // At the furthest token that was looked at, as CPython's errors without a place are.
  std::nullptr_t fail_furthest(std::string message, SyntaxErrorKind error_kind = SyntaxErrorKind::Syntax);
  std::nullptr_t fail_next(std::string message) { return fail(token().span, std::move(message)); }
  std::nullptr_t fail_too_deep();
  SyntaxError final_error();
  std::nullptr_t fail_plainly();
  SyntaxError error_at(std::uint32_t begin, std::uint32_t end, std::string message);

  template <typename T, typename... Arguments>
  T* make(Arguments&&... arguments) {
    return arena_.make<T>(std::forward<Arguments>(arguments)...);
  }

  // -- statements (parser_statements.cpp) --
  bool statements(std::vector<Stmt*>& out);
  bool statement(std::vector<Stmt*>& out);
  bool simple_statements(std::vector<Stmt*>& out);
  Stmt* simple_statement();
  Stmt* keyword_statement();
  Stmt* import_statement();
  Stmt* from_statement();
  bool import_aliases(std::vector<ImportAlias>& aliases, bool parenthesized);
  bool dotted_name(Identifier& out);
  Stmt* names_statement(StmtKind kind);
  Stmt* delete_statement();
  Stmt* raise_statement();
  Stmt* assert_statement();
  Stmt* type_alias();

  // -- assignments (parser_assignment.cpp) --
  Stmt* expression_statement();
  Stmt* assignment();
  Stmt* annotated_assignment();
  Stmt* target_assignment();
  Stmt* augmented_assignment();
  Stmt* invalid_assignment();
  Expr* annotated_value() { return at(Kind::Yield) ? yield_expression() : star_expressions(); }
  Expr* star_targets();
  Expr* star_target();
  Expr* single_target();
  static bool is_target(const Expr* expr);
  static void set_context(Expr* expr, Context context);
  enum class TargetUse : std::uint8_t { Assign, Delete, For };
  static const Expr* invalid_target(const Expr* expr, TargetUse use);
  std::nullptr_t fail_invalid_target(const Expr* expr, TargetUse use);
  static std::string_view expression_name(const Expr* expr);

  // -- compound statements (parser_compound.cpp, parser_definitions.cpp, parser_try.cpp, parser_match.cpp) --
  Stmt* compound_statement();
  bool block(Block& out, std::string_view what, std::uint32_t keyword);
  // In the second reading: a header that ends without its colon.
  bool missing_colon();
  // A header's colon and its block; `keyword` is the offset of the word that the error names the line of.
  bool colon_and_block(Block& out, std::string_view what, std::uint32_t keyword);
  bool else_block(Block& out);
  Stmt* if_statement();
  Stmt* while_statement();
  Stmt* for_statement(std::uint32_t begin, bool is_async);
  Stmt* with_statement(std::uint32_t begin, bool is_async);
  bool with_items(std::vector<WithItem>& items, bool parenthesized);
  bool with_item(WithItem& item);
  Stmt* try_statement();
  bool except_clause(std::vector<ExceptHandler>& handlers, int& star);
  Stmt* match_statement();
  Expr* subject();
  bool case_block(std::vector<MatchCase>& cases);
  Stmt* async_statement();
  Stmt* decorated();
  Stmt* function_definition(std::uint32_t begin, bool is_async, Seq<Expr*> decorators);
  Stmt* class_definition(Seq<Expr*> decorators);
  bool type_parameters(TypeParameters*& out);
  Expr* later(Expr* value);
  Expr* generic_base(const TypeParameters& parameters, Span span);
  Parameters* parameters(Kind closer);
  friend class ParameterReader;

  // -- patterns (parser_patterns.cpp) --
  Pattern* patterns();
  Pattern* as_pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* maybe_star_pattern();
  Pattern* number_pattern();
  Pattern* name_pattern();
  Pattern* class_pattern(Expr* type, std::uint32_t begin);
  Pattern* sequence_pattern();
  Pattern* mapping_pattern();
  Expr* signed_number();
  Expr* literal_key();

  // -- expressions (parser_expressions.cpp) --
  Expr* star_expressions();
  Expr* star_expression();
  Expr* star_named_expression();
  Expr* named_expression();
  Expr* expression();
  Expr* expression_rest(Expr* body, std::uint32_t begin);
  bool invalid_expression(Expr* body, std::size_t first, int words_before = 0);
  bool invalid_named_expression(const Expr* left, std::size_t first);
  Expr* yield_expression();
  Expr* lambda();
  Expr* disjunction();
  Expr* conjunction();
  Expr* inversion();
  Expr* comparison();
  bool comparison_operator(Comparison& out);
  Expr* bitwise_or() { return binary(0); }
  Expr* binary(int precedence);
  Expr* unary();
  std::nullptr_t fail_before_not();
  Expr* power();
  bool starts_expression();

  // -- primaries and calls (parser_primary.cpp) --
  Expr* primary();
  Expr* call(Expr* function, std::uint32_t begin);
  bool arguments(std::vector<Expr*>& positional, std::vector<Keyword>& keywords);
  bool argument(std::vector<Expr*>& positional, std::vector<Keyword>& keywords);
  bool keyword_argument(std::vector<Expr*>& positional, std::vector<Keyword>& keywords);
  bool invalid_arguments(std::uint32_t begin, bool is_first);
  Expr* slices();
  Expr* slice();

  // -- atoms (parser_atoms.cpp) --
  Expr* atom();
  Expr* number();
  Expr* parenthesized();
  Expr* list_display();
  Expr* brace_display();
  Expr* dict_display(std::uint32_t begin, Expr* first_key);
  bool dict_item(Expr* key, std::vector<Expr*>& keys, std::vector<Expr*>& values);
  bool more_items(std::vector<Expr*>& items, Kind closer);
  bool invalid_comprehension(const Expr* element, const std::vector<Expr*>& items, Kind closer);
  bool comprehension_clauses(Seq<Comprehension>& out);
  bool comprehension_clause(std::vector<Comprehension>& clauses);
  bool at_comprehension() { return at(Kind::For) || (at(Kind::Async) && kind(1) == Kind::For); }
  Expr* comprehension(ExprKind kind, Expr* element, Expr* value, std::uint32_t begin, Kind closer);

  // -- strings (parser_strings.cpp) --
  Expr* strings();
  Expr* plain_string(const Token& token);
  bool fstring(std::vector<Expr*>& values);
  bool fstring_pieces(std::vector<Expr*>& values, bool raw, bool in_spec);
  bool fstring_middle(std::vector<Expr*>& values, bool raw);
  bool replacement_field(std::vector<Expr*>& values, bool raw);
  bool conversion(char& out);
  std::nullptr_t fail_field(std::string message);
  Expr* join_strings(const std::vector<Expr*>& values, bool formatted, std::uint32_t begin);
  Expr* unescaped(std::string_view body, bool raw, bool bytes, Span span);

  const Source& source_;
  std::vector<SyntaxWarning>& warnings_;
  Tokens tokens_;
  AstArena arena_;
  std::size_t position_ = 0;
  std::size_t furthest_ = 0;
  std::size_t first_reading_furthest_ = 0;
  std::size_t unhinted_ =
      ~std::size_t{0};     // the expression that begins at this token gets no hint of its own
  std::size_t steps_ = 0;  // tokens read in the second reading
  int depth_ = 0;
  bool diagnosing_ = false;
  bool augmented_ = false;          // the assignment that was tried last has an operator such as `+=`
  std::uint32_t warned_until_ = 0;  // a text that is read again must not warn again
  bool is_final_ = false;           // error_ is the last word: an error of the tokens does not come before it
  std::optional<SyntaxError> error_;
};

}  // namespace loopscope::python
