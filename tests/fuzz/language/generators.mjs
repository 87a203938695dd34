// Rules of generators: what yields, receives, throws, returns and closes, `yield from`, generator expressions, and
// objects that iterate by hand.
// Not for async generators (asyncio_programs.mjs).

/** A generator function of random steps. */
function generator(g, name, others) {
  const { random } = g;
  const lines = [`def ${name}(n):`];
  const write = (depth, text) => lines.push("    ".repeat(depth) + g.expand(text));
  const block = (depth, nesting, inLoop) => {
    const count = 1 + random.below(3);
    for (let i = 0; i < count; i++) statement(depth, nesting, inLoop);
  };
  const statement = (depth, nesting, inLoop) => {
    const deep = nesting > 1;
    const kind = random.pick([
      "yield",
      "yield",
      "got",
      "from",
      "return",
      "fail",
      "say",
      ...(inLoop ? ["leave"] : []),
      ...(deep ? [] : ["try", "loop", "with"]),
    ]);
    if (kind === "yield") write(depth, "yield $place, n");
    else if (kind === "got") {
      write(depth, "got = yield $place");
      write(depth, "print($place, 'got', got)");
    } else if (kind === "from") {
      const source = random.pick([
        ...others.map((other) => `${other}(n + 1)`),
        "$iterable",
        "(v * n for v in range($n))",
        "$any",
      ]);
      write(depth, `print($place, (yield from ${source}))`);
    } else if (kind === "return") write(depth, "if n $compared $n: return $place");
    else if (kind === "fail") write(depth, random.pick(["if n $compared $n: raise $error_made", "$failing"]));
    else if (kind === "say") write(depth, "n += 1; print($place, n)");
    else if (kind === "leave") write(depth, `if n $compared $n: ${random.pick(["break", "continue"])}`);
    else if (kind === "loop") {
      write(depth, "for turn in range($n):");
      write(depth + 1, "n += 1");
      block(depth + 1, nesting + 1, true);
    } else if (kind === "with") {
      write(depth, "with Room($place, $quiet):");
      block(depth + 1, nesting + 1, inLoop);
    } else {
      write(depth, "try:");
      block(depth + 1, nesting + 1, inLoop);
      const caught = random.chance(0.7);
      if (caught) {
        write(depth, "except $generator_caught as error:");
        write(depth + 1, "print($place, told(error))");
        if (random.chance(0.5)) block(depth + 1, nesting + 1, inLoop);
        if (random.chance(0.3)) write(depth + 1, "raise");
      }
      if (!caught || random.chance(0.5)) {
        write(depth, "finally:");
        write(depth + 1, "print($place, 'finally')");
        if (random.chance(0.2)) write(depth + 1, "yield $place");
      }
    }
  };
  for (let i = 0; i < 2; i++) block(1, 0, false);
  write(1, "yield $place");
  return lines.join("\n");
}

const kDrive = [
  "next(one)",
  "next(one)",
  "next(one)",
  "one.send(None)",
  "one.send($item)",
  "one.send($item)",
  "one.throw($error_made)",
  "one.throw(ValueError)",
  "one.throw(GeneratorExit)",
  "one.close()",
  "list(one)",
  "next(one, 'default')",
  "[v for v, _ in zip(one, range($n))]",
  "(one.gi_running, one.gi_frame is None, one.gi_yieldfrom is None)",
  "one",
  "iter(one) is one",
  "sorted(one, key=repr)",
  "dict(one)",
  "sum(one)",
  "(lambda first, *rest: first)(*one)",
  "$item in one",
];

function driven(g) {
  const lines = [g.one("setting"), g.expand(kSetting)];
  lines.push(generator(g, "last", []));
  lines.push(generator(g, "first", ["last"]));
  for (const n of ["$n", "$n"]) {
    lines.push(g.expand(`one = first(${n})`));
    const count = 4 + g.random.below(4);
    for (let i = 0; i < count; i++) lines.push(g.expand(`show($place, lambda: (${g.random.pick(kDrive)}))`));
  }
  lines.push("del one");
  return lines.join("\n");
}

const kSetting = `class Mine(Exception):
    pass
class Deep(Mine, KeyError):
    pass
class Room:
    def __init__(self, place, quiet):
        self.place, self.quiet = place, quiet
    def __enter__(self):
        print(self.place, "in")
    def __exit__(self, kind, error, trace):
        print(self.place, "out", kind and kind.__name__)
        return self.quiet`;

const kIterators = [
  `def naturals(n=$n):
    while True:
        yield n
        n += 1
show($place, lambda: [v for v, _ in zip(naturals($int), range($n))])`,
  `def flat(v):
    if isinstance(v, (list, tuple)):
        for part in v:
            yield from flat(part)
    else:
        yield v
show($place, lambda: list(flat([$item, [$item, [$tuple]], $list])))`,
  `def pairs(values):
    values = iter(values)
    for v in values:
        yield v, next(values)
show($place, lambda: list(pairs($iterable)))`,
  `def average():
    total = count = 0
    while True:
        v = yield total / count if count else None
        total += v
        count += 1
mean = average()
show($place, lambda: [next(mean), mean.send($int), mean.send($float)])
show($place, lambda: mean.send($any))
show($place, lambda: mean.send(1))`,
  `class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise $stop
        self.n -= 1
        return self.n
show($place, lambda: list(Countdown($n)))
show($place, lambda: [*Countdown(3), *Countdown($n)])
show($place, lambda: (lambda a, b, *c: (a, b, c))(*Countdown($n)))
show($place, lambda: $n in Countdown(4))
show($place, lambda: dict(zip(Countdown($n), $str)))
show($place, lambda: (max(Countdown($n)), sorted(Countdown(3)), sum(Countdown(4))))`,
  `class Old:
    def __getitem__(self, index):
        if index >= $n:
            raise $stop_index
        return index * 2
show($place, lambda: list(Old()))
show($place, lambda: ($n in Old(), list(reversed([*Old()]))))
show($place, lambda: list(reversed(Old())))
show($place, lambda: len(Old()))`,
  `values = ($of_v for v in $iterable if $condition)
show($place, lambda: next(values))
show($place, lambda: list(values))
show($place, lambda: next(values))
show($place, lambda: values.send(1))`,
  `def returns():
    got = yield 1
    return got
def outer():
    result = yield from returns()
    print($place, "result", result)
    yield result
it = outer()
show($place, lambda: [next(it), it.send($item)])
show($place, lambda: next(it))
show($place, lambda: next(it))`,
  `def stops():
    yield 1
    raise StopIteration($item)
show($place, lambda: list(stops()))
def stubborn():
    while True:
        try:
            yield $item
        except GeneratorExit:
            print($place, "no")
            $stubborn
it = stubborn()
show($place, lambda: next(it))
show($place, lambda: it.close())`,
  `it = iter($iterable)
show($place, lambda: [next(it), next(it, None), list(it), next(it, $item)])
show($place, lambda: next(it))`,
  `def self_running():
    yield next(me)
me = self_running()
show($place, lambda: next(me))
show($place, lambda: next(me))`,
  `show($place, lambda: list(map(lambda a, b=$n: (a, b), $iterable)))
show($place, lambda: list(filter(lambda v: v $compared $item, $iterable)))
show($place, lambda: list(zip($iterable, naturals_missing())))`,
  `def fails():
    yield 1
    $failing_expression
show($place, lambda: [v for v in fails()])
show($place, lambda: (*fails(),))
show($place, lambda: dict.fromkeys(fails()))
show($place, lambda: ','.join(str(v) for v in fails()))`,
];

export const generatorRules = {
  driven,
  iterators: (g) =>
    [g.one("setting"), ...Array.from({ length: 3 }, () => g.expand(g.random.pick(kIterators)))].join("\n"),
  generator_caught: [
    "ValueError",
    "GeneratorExit",
    "Exception",
    "BaseException",
    "StopIteration",
    "(TypeError, KeyError)",
  ],
  stop: ["StopIteration", "StopIteration", "StopIteration($item)", "ValueError($place)"],
  stop_index: ["IndexError", "IndexError($item)", "StopIteration", "KeyError(index)"],
  stubborn: ["pass", "return", "raise", "raise ValueError($place)", "yield $item"],
};
