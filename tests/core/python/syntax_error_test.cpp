// Compile errors: CPython's words at CPython's places, and how they are printed. Not for: what compiles.
#include "core/python/syntax_error.h"

#include <gtest/gtest.h>

#include <string>

#include "core/python/compiler.h"
#include "tests/core/python/wrong_texts.h"

namespace loopscope::python {
namespace {

std::string printed(std::string_view source) {
  const CompileResult result = compile(source, {"x.py"});
  return result.error ? format_syntax_error(*result.error, "x.py") : "compiles";
}

TEST(SyntaxErrorTest, SaysWhatCPythonSaysWhereItSaysIt) {
  for (const WrongText& wrong : kWrongTexts) {
    const CompileResult result = compile(std::string(wrong.source) + "\n", {"x.py"});
    ASSERT_TRUE(result.error) << wrong.source;
    EXPECT_EQ(result.code, nullptr);
    const std::string words =
        std::string(syntax_error_class(result.error->kind)) + ": " + result.error->message;
    EXPECT_EQ(words, wrong.error) << wrong.source;
    EXPECT_EQ(result.error->line, wrong.line) << wrong.source;
    EXPECT_EQ(result.error->column, wrong.column) << wrong.source;
  }
}

TEST(SyntaxErrorTest, PrintsTheLineWithCaretsUnderThePlace) {
  EXPECT_EQ(printed("x = 1\nfoo(\n"),
            "  File \"x.py\", line 2\n"
            "    foo(\n"
            "       ^\n"
            "SyntaxError: '(' was never closed\n");
  EXPECT_EQ(printed("if True:\n    print(1 2)\n"),
            "  File \"x.py\", line 2\n"
            "    print(1 2)\n"
            "          ^^^\n"
            "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
}

TEST(SyntaxErrorTest, CountsHangulAsOneColumn) {
  EXPECT_EQ(printed("값 = “안녕”\n"),
            "  File \"x.py\", line 1\n"
            "    값 = “안녕”\n"
            "        ^\n"
            "SyntaxError: invalid character '“' (U+201C)\n");
}

TEST(SyntaxErrorTest, UnexpectedIndentHasNoCaret) {
  EXPECT_EQ(printed("a\n  b\n"), "  File \"x.py\", line 2\n    b\nIndentationError: unexpected indent\n");
}

TEST(SyntaxErrorTest, RefusesBytesThatAreNoUtf8) {
  EXPECT_EQ(printed("x = 1\ny = '\xff'\n"),
            "SyntaxError: Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no encoding "
            "declared; see "
            "https://peps.python.org/pep-0263/ for details\n");
}

TEST(SyntaxErrorTest, RefusesNullBytes) {
  EXPECT_EQ(printed(std::string_view("x=1\ny=\0\n", 8)),
            "  File \"x.py\", line 2\n    y=\nSyntaxError: source code cannot contain null bytes\n");
}

TEST(SyntaxErrorTest, NamesWhatLoopscopeLeavesOut) {
  const CompileResult result = compile("\nx = 2j\n", {"x.py"});
  ASSERT_TRUE(result.error);
  EXPECT_EQ(result.error->message, "Loopscope does not support complex numbers (line 2)");
}

TEST(SyntaxErrorTest, WarnsOfUnknownEscapesAndOfIsWithALiteralOnce) {
  const CompileResult result = compile("x = '\\d'\nif x is 1: pass\n", {"x.py"});
  ASSERT_EQ(result.warnings.size(), 2u);
  EXPECT_EQ(format_syntax_warning(result.warnings[0], "x.py"),
            "x.py:1: SyntaxWarning: invalid escape sequence '\\d'\n  x = '\\d'\n");
  EXPECT_EQ(format_syntax_warning(result.warnings[1], "x.py"),
            "x.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n  if x is 1: pass\n");
}

}  // namespace
}  // namespace loopscope::python
