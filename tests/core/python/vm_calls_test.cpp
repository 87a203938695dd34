// Calls: every form of parameter and argument, and the messages when they do not fit.
// Not for natives' own arguments (builtins' tests).
#include <gtest/gtest.h>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

std::string error_of(const std::string& call) {
  return run_script("def f(a, b=2, /, c=3, *, d, e=5): pass\ndef g(x, y): pass\n" + call + "\n").last_line;
}

TEST(VmCalls, ParametersOfEveryKindTakeTheirArguments) {
  EXPECT_EQ(run_script("def f(a, b=2, /, c=3, *rest, d=4, **more):\n"
                       "    print(a, b, c, rest, d, more)\n"
                       "f(1)\n"
                       "f(1, 9, 8, 7, 6, d=5, z=0)\n"
                       "f(*[1, 2], **{'c': 3, 'q': 4})\n")
                .out,
            "1 2 3 () 4 {}\n1 9 8 (7, 6) 5 {'z': 0}\n1 2 3 () 4 {'q': 4}\n");
}

TEST(VmCalls, MissingArgumentsAreNamed) {
  EXPECT_EQ(error_of("g()"), "TypeError: g() missing 2 required positional arguments: 'x' and 'y'");
  EXPECT_EQ(error_of("g(1)"), "TypeError: g() missing 1 required positional argument: 'y'");
  EXPECT_EQ(error_of("f(1)"), "TypeError: f() missing 1 required keyword-only argument: 'd'");
}

TEST(VmCalls, TooManyArgumentsAreCounted) {
  EXPECT_EQ(error_of("g(1, 2, 3)"), "TypeError: g() takes 2 positional arguments but 3 were given");
  EXPECT_EQ(
      error_of("f(1, 2, 3, 4, d=1)"),
      "TypeError: f() takes from 1 to 3 positional arguments but 4 positional arguments (and 1 keyword-only "
      "argument) were given");
}

TEST(VmCalls, WrongKeywordsAreNamedAndCloseOnesSuggested) {
  EXPECT_EQ(error_of("g(1, z=2)"), "TypeError: g() got an unexpected keyword argument 'z'");
  EXPECT_EQ(error_of("f(1, d=1, a=2)"),
            "TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'");
  EXPECT_EQ(error_of("g(1, x=2)"), "TypeError: g() got multiple values for argument 'x'");
  EXPECT_EQ(run_script("def cook(minutes): pass\ncook(minute=1)\n").last_line,
            "TypeError: cook() got an unexpected keyword argument 'minute'. Did you mean 'minutes'?");
}

TEST(VmCalls, ClosuresShareTheirVariables) {
  EXPECT_EQ(run_script("def counter():\n"
                       "    n = 0\n"
                       "    def up():\n"
                       "        nonlocal n\n"
                       "        n += 1\n"
                       "        return n\n"
                       "    return up\n"
                       "a = counter(); b = counter()\n"
                       "print(a(), a(), b())\n")
                .out,
            "1 2 1\n");
}

TEST(VmCalls, WhatIsNotCallableSaysSo) {
  EXPECT_EQ(run_script("5()\n").last_line, "TypeError: 'int' object is not callable");
}

}  // namespace
}  // namespace loopscope::python
