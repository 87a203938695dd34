// Lexer: a program's text to its tokens, indentation and f-strings (PEP 701) included, with CPython's errors.
// Not for: what a string or a number is worth (string_literal.h, number.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/python/source.h"
#include "core/python/syntax_error.h"
#include "core/python/token.h"

namespace loopscope::python {

struct LexFailure {
  SyntaxError error;
  // CPython reads on after an error of the grammar, and shows an error of the tokens instead if one comes.
  // Not for the errors of indentation and line continuation (false here), and for an open bracket only when
  // it began on an earlier line than the grammar's error.
  bool overrides_grammar = true;
  bool is_open_bracket = false;
};

struct Tokens {
  std::vector<Token> list;  // ends with EndMarker, or with Error
  std::optional<LexFailure> failure;
  std::vector<SyntaxWarning> warnings;
};

// Time and memory are linear in the text; nesting is limited as in CPython (200 brackets, 100 indents, 150
// f-strings).
Tokens tokenize(const Source& source);

}  // namespace loopscope::python
