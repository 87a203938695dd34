// Classes: inheritance, descriptors, dunder methods, pattern matching on them.
// Not for methods of builtin types.
#include <gtest/gtest.h>

#include "tests/core/python/script_runner.h"

namespace loopscope::python {
namespace {

TEST(VmClasses, TheOrderOfAncestorsIsC3) {
  EXPECT_EQ(run_script("class A: pass\nclass B(A): pass\nclass C(A): pass\nclass D(B, C): pass\n"
                       "print([c.__name__ for c in D.__mro__])\n")
                .out,
            "['D', 'B', 'C', 'A', 'object']\n");
  EXPECT_EQ(run_script("class A: pass\nclass B(A): pass\nclass C(A, B): pass\n").last_line,
            "TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B");
}

TEST(VmClasses, SuperFollowsTheOrderOfTheInstance) {
  EXPECT_EQ(run_script("class A:\n    def go(self): return 'A'\n"
                       "class B(A):\n    def go(self): return 'B' + super().go()\n"
                       "class C(A):\n    def go(self): return 'C' + super().go()\n"
                       "class D(B, C):\n    def go(self): return 'D' + super().go()\n"
                       "print(D().go())\n")
                .out,
            "DBCA\n");
}

TEST(VmClasses, OperatorsTryTheReflectedMethod) {
  EXPECT_EQ(
      run_script(
          "class Metres:\n"
          "    def __init__(self, n): self.n = n\n"
          "    def __add__(self, o): return Metres(self.n + o) if isinstance(o, int) else NotImplemented\n"
          "    __radd__ = __add__\n"
          "print((Metres(1) + 2).n, (2 + Metres(5)).n)\n"
          "Metres(1) + 'x'\n")
          .last_line,
      "TypeError: unsupported operand type(s) for +: 'Metres' and 'str'");
}

TEST(VmClasses, PropertiesAndDescriptorsAreAsked) {
  EXPECT_EQ(run_script("class C:\n"
                       "    @property\n    def x(self): return self._x\n"
                       "    @x.setter\n    def x(self, v): self._x = v * 2\n"
                       "    @classmethod\n    def make(cls): return cls()\n"
                       "    @staticmethod\n    def add(a, b): return a + b\n"
                       "c = C.make(); c.x = 4; print(c.x, C.add(1, 2))\n")
                .out,
            "8 3\n");
}

TEST(VmClasses, ScriptMethodsOfEqualityAndHashServeDictsAndSorting) {
  EXPECT_EQ(
      run_script("class K:\n"
                 "    def __init__(self, n): self.n = n\n"
                 "    def __eq__(self, o): return self.n == o.n\n"
                 "    def __hash__(self): return hash(self.n)\n"
                 "    def __lt__(self, o): return self.n < o.n\n"
                 "print({K(1): 'a'}[K(1)], K(2) in [K(1), K(2)], [k.n for k in sorted([K(3), K(1)])])\n")
          .out,
      "a True [1, 3]\n");
}

TEST(VmClasses, AnInstanceIsTruthyAsItsMethodsSay) {
  EXPECT_EQ(run_script("class B:\n    def __bool__(self): return False\n"
                       "class L:\n    def __len__(self): return 0\n"
                       "print(bool(B()), not L(), 1 if B() else 2, B() or 'or', L() and 'and' is None)\n")
                .exit_status,
            0);
}

TEST(VmClasses, PatternsTakeAttributesByPositionAndName) {
  EXPECT_EQ(run_script("class P:\n    __match_args__ = ('x',)\n"
                       "    def __init__(self, x, y): self.x, self.y = x, y\n"
                       "match P(1, 2):\n    case P(1, y=n): print(n)\n"
                       "match [1, [2, 3]]:\n    case [a, [b, *c]]: print(a, b, c)\n"
                       "match {'k': 1, 'z': 0}:\n    case {'k': v, **rest}: print(v, rest)\n")
                .out,
            "2\n1 2 [3]\n1 {'z': 0}\n");
}

TEST(VmClasses, ADunderDelRunsBeforeTheNextStatement) {
  EXPECT_EQ(run_script("class D:\n    def __del__(self): print('gone')\n"
                       "d = D()\nd = None\nprint('next')\n")
                .out,
            "gone\nnext\n");
}

}  // namespace
}  // namespace loopscope::python
