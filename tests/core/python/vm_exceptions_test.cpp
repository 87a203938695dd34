// What happens when programs raise: handlers, finally, causes, tracebacks, exit statuses.
// Not for syntax errors (syntax_error_test.cpp).
#include <gtest/gtest.h>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

TEST(VmExceptions, AnUncaughtErrorEndsTheProgramWithItsTracebackAndStatusOne) {
  ScriptOutcome outcome = run_script(
      "def divide(a, b):\n"
      "    return a / b\n"
      "print('before')\n"
      "divide(1, 0)\n");
  EXPECT_EQ(outcome.out, "before\n");
  EXPECT_EQ(outcome.exit_status, 1);
  EXPECT_EQ(outcome.err,
            "Traceback (most recent call last):\n"
            "  File \"test.py\", line 4, in <module>\n"
            "    divide(1, 0)\n"
            "    ~~~~~~^^^^^^\n"
            "  File \"test.py\", line 2, in divide\n"
            "    return a / b\n"
            "           ~~^~~\n"
            "ZeroDivisionError: division by zero\n");
}

TEST(VmExceptions, ACauseIsShownBeforeTheErrorItCaused) {
  ScriptOutcome outcome = run_script(
      "try:\n"
      "    [][0]\n"
      "except IndexError as e:\n"
      "    raise ValueError('bad') from e\n");
  EXPECT_NE(outcome.err.find("The above exception was the direct cause of the following exception:"),
            std::string::npos);
  EXPECT_EQ(outcome.last_line, "ValueError: bad");
}

TEST(VmExceptions, AnErrorWhileHandlingAnotherShowsBoth) {
  ScriptOutcome outcome = run_script(
      "try:\n"
      "    [][0]\n"
      "except IndexError:\n"
      "    {}['k']\n");
  EXPECT_NE(outcome.err.find("During handling of the above exception, another exception occurred:"),
            std::string::npos);
  EXPECT_EQ(outcome.last_line, "KeyError: 'k'");
}

TEST(VmExceptions, FinallyRunsOnEveryWayOut) {
  ScriptOutcome outcome = run_script(
      "def run(how):\n"
      "    for i in range(3):\n"
      "        try:\n"
      "            if how == 'return': return 'returned'\n"
      "            if how == 'break': break\n"
      "            if how == 'continue': continue\n"
      "            if how == 'raise': raise ValueError(i)\n"
      "        finally:\n"
      "            print(how, i)\n"
      "    return 'end'\n"
      "for how in ('return', 'break', 'continue', 'raise'):\n"
      "    try: print(run(how))\n"
      "    except ValueError as e: print('caught', e)\n");
  EXPECT_EQ(outcome.out,
            "return 0\nreturned\nbreak 0\nend\ncontinue 0\ncontinue 1\ncontinue 2\nend\nraise 0\ncaught 0\n");
}

TEST(VmExceptions, EndlessRecursionIsARecursionErrorWithARepeatedLine) {
  ScriptOutcome outcome = run_script("def again(n):\n    return again(n + 1)\nagain(0)\n");
  EXPECT_EQ(outcome.last_line, "RecursionError: maximum recursion depth exceeded");
  EXPECT_NE(outcome.err.find("[Previous line repeated 996 more times]"), std::string::npos);
}

TEST(VmExceptions, ANameThatIsCloseIsSuggested) {
  EXPECT_EQ(run_script("counter = 1\ncuonter\n").last_line,
            "NameError: name 'cuonter' is not defined. Did you mean: 'counter'?");
  EXPECT_EQ(run_script("[].apend(1)\n").last_line,
            "AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?");
  EXPECT_EQ(run_script("asyncio.run(1)\n").last_line,
            "NameError: name 'asyncio' is not defined. Did you forget to import 'asyncio'?");
}

TEST(VmExceptions, SystemExitGivesItsStatusAndPrintsNothing) {
  ScriptOutcome outcome = run_script("raise SystemExit(3)\n");
  EXPECT_EQ(outcome.exit_status, 3);
  EXPECT_EQ(outcome.err, "");
}

TEST(VmExceptions, SystemExitWithATextPrintsItAndGivesStatusOne) {
  ScriptOutcome outcome = run_script("raise SystemExit('stop here')\n");
  EXPECT_EQ(outcome.exit_status, 1);
  EXPECT_EQ(outcome.err, "stop here\n");
}

TEST(VmExceptions, AMissingModuleIsNamed) {
  EXPECT_EQ(run_script("import nothing_here\n").last_line.substr(0, 57),
            "ModuleNotFoundError: No module named 'nothing_here'");
}

TEST(VmExceptions, TheVariableOfAnExceptClauseIsGoneAfterIt) {
  EXPECT_EQ(run_script("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    pass\nprint(e)\n").last_line,
            "NameError: name 'e' is not defined");
}

}  // namespace
}  // namespace loopscope::python
