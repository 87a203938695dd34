// Rules of exceptions: try, except, else and finally around return, break, continue and raise in every place; causes,
// contexts, notes, classes of exceptions, context managers.
// Not for except* (groups).

const kErrors = [
  "ValueError",
  "KeyError",
  "TypeError",
  "IndexError",
  "ZeroDivisionError",
  "RuntimeError",
  "LookupError",
  "ArithmeticError",
  "OSError",
  "StopIteration",
  "Mine",
  "Deep",
];

/** Writes one function whose steps say where they are. */
class Steps {
  constructor(g) {
    this.g = g;
    this.lines = [];
  }
  write(depth, text) {
    this.lines.push("    ".repeat(depth) + this.g.expand(text));
  }
  block(depth, nesting, inLoop, inHandler) {
    const count = 1 + this.g.random.below(nesting > 2 ? 1 : 3);
    for (let i = 0; i < count; i++) this.statement(depth, nesting, inLoop, inHandler);
  }
  statement(depth, nesting, inLoop, inHandler) {
    const { random } = this.g;
    const kinds = ["say", "say", "raise", "maybe", "fails", "return"];
    if (inLoop) kinds.push("leave", "leave");
    if (inHandler) kinds.push("reraise", "from");
    if (nesting < 3) kinds.push("try", "try", "try", "with", "loop", "call");
    const kind = random.pick(kinds);
    switch (kind) {
      case "say":
        return this.write(depth, "print($place, n)");
      case "raise":
        return this.write(depth, "if n $compared $n: raise $error_made");
      case "maybe":
        return this.write(depth, "n += $n");
      case "fails":
        return this.write(depth, "$failing");
      case "return":
        return this.write(depth, "if n $compared $n: return $place, n");
      case "leave":
        return this.write(depth, `if n $compared $n: ${random.pick(["break", "continue"])}`);
      case "reraise":
        return this.write(depth, "if n $compared $n: raise");
      case "from":
        return this.write(
          depth,
          `raise $error_made from ${random.pick(["error", "None", "KeyError('cause')", "ValueError"])}`,
        );
      case "call":
        return this.write(depth, "if n < 6 and goes_on(): print($place, inner(n + 1))");
      case "loop":
        this.write(depth, random.chance(0.3) ? "while n < 9 and goes_on():" : "for turn in range($n):");
        this.write(depth + 1, "n += 1");
        this.block(depth + 1, nesting + 1, true, inHandler);
        if (random.chance(0.4)) {
          this.write(depth, "else:");
          this.block(depth + 1, nesting + 1, inLoop, inHandler);
        }
        return;
      case "with":
        this.write(
          depth,
          random.chance(0.3)
            ? "with Room($place, $quiet) as room, Room($place, $quiet):"
            : "with Room($place, $quiet) as room:",
        );
        this.block(depth + 1, nesting + 1, inLoop, inHandler);
        return;
      default:
        return this.try(depth, nesting, inLoop, inHandler);
    }
  }
  try(depth, nesting, inLoop, inHandler) {
    const { random } = this.g;
    this.write(depth, "try:");
    this.block(depth + 1, nesting + 1, inLoop, inHandler);
    const handlers = random.below(3);
    for (let i = 0; i < handlers; i++) {
      this.write(
        depth,
        random.chance(0.3) ? "except ($error, $error) as error:" : "except $caught as error:",
      );
      this.write(depth + 1, "print($place, told(error))");
      if (random.chance(0.6)) this.block(depth + 1, nesting + 1, inLoop, true);
    }
    if (handlers > 0 && random.chance(0.4)) {
      this.write(depth, "else:");
      this.block(depth + 1, nesting + 1, inLoop, inHandler);
    }
    if (handlers === 0 || random.chance(0.4)) {
      this.write(depth, "finally:");
      this.write(depth + 1, "print($place, 'finally')");
      if (random.chance(0.6)) this.block(depth + 1, nesting + 1, inLoop, inHandler);
    }
  }
}

const kSetting = `class Mine(Exception):
    def __init__(self, *args, code=$n):
        super().__init__(*args)
        self.code = code
class Deep(Mine, $error_base):
    def __str__(self):
        return f"deep {self.code} {self.args}"
class Room:
    def __init__(self, place, quiet):
        self.place, self.quiet = place, quiet
    def __enter__(self):
        print(self.place, "in")
        return self
    def __exit__(self, kind, error, trace):
        print(self.place, "out", kind and kind.__name__, error is not None and told(error), trace is None)
        return self.quiet`;

function attempts(g) {
  const lines = [g.expand(kSetting)];
  for (const name of ["inner", "outer"]) {
    const steps = new Steps(g);
    steps.write(0, `def ${name}(n):`);
    for (let i = 0; i < 2; i++) steps.block(1, 0, false, false);
    if (name === "outer" && g.random.chance(0.5)) steps.write(1, "print($place, inner(n))");
    steps.write(1, "return $place, n");
    lines.push(...steps.lines);
  }
  for (let n = 0; n < 4; n++) lines.push(g.expand(`show($place, lambda: outer(${n}))`));
  return lines.join("\n");
}

const kFacts = [
  "$error_made",
  "str($error_made)",
  "$error_made.args",
  "$error_made == $error_made",
  "repr($error_made), str($error_made)",
  "KeyError($item), str(KeyError($item))",
  "OSError($n, 'words'), str(OSError($n, 'words'))",
  "OSError(2, 'words').errno, OSError(2, 'words', 'file').filename",
  "StopIteration($item).value",
  "SystemExit($n).code",
  "UnicodeDecodeError('ascii', b'ab', 0, 1, 'why')",
  "ExceptionGroup($str, [$error_made])",
  "ExceptionGroup('', [])",
  "ExceptionGroup('g', [$error_made, $item])",
  "ExceptionGroup('g', [ValueError(1), KeyError(2)]).split(ValueError)",
  "BaseException($item, $item)",
  "isinstance($error_made, $error), issubclass($error, $error)",
  "$error.__mro__[1].__name__",
  "$error_made.with_traceback(None)",
  "$error_made.add_note($item)",
  "$error.__name__, $error.__qualname__",
  "raised($item)",
  "raised($error)",
  "raised($error_made)",
  "raised($error_made, $error_made)",
  "raised($error_made, None)",
  "raised($error_made, $item)",
  "raised(Deep($item, code=$n))",
  "raised(Mine($item, other=1))",
  "noted($error_made, $str, $item)",
  "caught($error_made, $error)",
  "caught($error_made, ($error, $error))",
  "caught($error_made, $item)",
  "caught($error_made, ($error, $item))",
  "chained(3)",
  "AttributeError(name='n', obj=1).name",
  "NameError($str, name='x').name",
  "ImportError($str, name='m').name",
  "$error_made.nothing",
  "$error($item, key=1)",
  "Mine(code=$item).code, Mine($item).args",
  "Deep($item)",
  "Exception($item).__cause__, Exception().__context__, Exception().__suppress_context__",
];

const kFactSetting = `${kSetting}
def raised(error, cause=...):
    if cause is ...:
        raise error
    raise error from cause
def noted(error, *notes):
    try:
        raise error
    except Exception as caught:
        for note in notes:
            caught.add_note(note)
        raise
def caught(error, kinds):
    try:
        raise error
    except kinds as found:
        return "caught", told(found)
    except Exception as other:
        return "not caught", told(other)
def chained(n):
    try:
        return chained(n - 1) if n else $failing_expression
    except Exception as error:
        raise $error(n) from (error if n % 2 else None)`;

export const exceptionRules = {
  attempts,
  error_facts: (g) =>
    [
      g.one("setting"),
      g.expand(kFactSetting),
      ...Array.from({ length: 10 }, () => g.expand(`show($place, lambda: (${g.random.pick(kFacts)}))`)),
    ].join("\n"),
  error: kErrors,
  error_base: ["ValueError", "LookupError", "OSError", "ArithmeticError", "RuntimeError"],
  error_made: ["$error($item)", "$error($place)", "$error($place, $item)", "$error()", "$error"],
  caught: ["$error", "$error", "$error", "Exception", "Exception", "BaseException", "$error_base"],
  quiet: ["True", "False", "None", "n > 2", "0", "'yes'", "[]"],
  failing_expression: [
    "1 / 0",
    "[][1]",
    "{}['k']",
    "int('x')",
    "None.attr",
    "undefined",
    "'a' + 1",
    "next(iter(()))",
    "len(5)",
    "(1)()",
    "[1, 2].index(3)",
    "'abc'.index('z')",
  ],
  failing: [
    "n = n // (n - $n)",
    "[0, 1][n]",
    "{1: 2}[n]",
    "n.nothing",
    "a, b = [n] * n",
    "n + ('a' if n $compared $n else 1)",
    "int('12x'[n:])",
    "next(iter([1][:n]))",
    "undefined",
    "assert n $compared $n, $item",
    "assert n != $n",
    "del local",
    "local = n",
    "error",
    "n()",
    "for _ in n: pass",
    "None[n]",
    "'abc'.index('c', n)",
    "range(n)[2]",
  ],
};
