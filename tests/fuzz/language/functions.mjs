// Rules of functions: signatures and calls of every shape, right and wrong; closures, decorators, recursion, names.
// Not for methods (classes.mjs) and generators (generators.mjs).

const kNames = ["a", "b", "c", "e", "f"];

/** A signature's parameters and what its body shows of them. */
export function signature(g, first = []) {
  const { random } = g;
  const names = [...kNames];
  const parts = [...first];
  const shown = [];
  let defaults = false;
  const take = () => {
    const name = names.shift();
    shown.push(name);
    defaults ||= random.chance(0.25);
    return defaults ? `${name}=${g.one("literal_int")}` : name;
  };
  const positional = random.below(3);
  for (let i = 0; i < positional; i++) parts.push(take());
  if (positional > 0 && random.chance(0.3)) parts.push("/");
  for (let i = random.below(3); i > 0 && names.length > 0; i--) parts.push(take());
  const gathers = random.chance(0.35);
  if (gathers) {
    parts.push("*args");
    shown.push("args");
  }
  const only = Math.min(names.length, random.below(3));
  if (only > 0 && random.chance(0.5)) {
    if (!gathers) parts.push("*");
    for (const name of names.slice(0, only)) {
      parts.push(random.chance(0.5) ? `${name}=${g.one("literal_int")}` : name);
      shown.push(name);
    }
  }
  if (random.chance(0.3)) {
    parts.push("**rest");
    shown.push("rest");
  }
  return { parameters: parts.join(", "), shown: `(${shown.map((name) => `${name}, `).join("")})` };
}

/** A call's arguments; no keyword is written twice, but `**` may give it again. */
export function callArguments(g) {
  const { random } = g;
  const parts = [];
  for (let i = random.below(4); i > 0; i--) parts.push(g.one("item"));
  if (random.chance(0.25)) parts.push(`*${g.one(random.chance(0.8) ? "iterable" : "any")}`);
  const keywords = ["a", "b", "c", "e", "f", "z", "argument"].filter(() => random.chance(0.2));
  for (const name of keywords) parts.push(`${name}=${g.one("item")}`);
  if (random.chance(0.25)) {
    parts.push(
      `**${random.chance(0.8) ? `{${random.pick(["'a'", "'b'", "'z'", "'e'"])}: ${g.one("item")}}` : random.pick(["None", "1", "[1]", "{'f': 1, 'z': 2}"])}`,
    );
  }
  return parts.join(", ");
}

const show = (g, expression) => g.expand(`show(${g.place()}, lambda: (${expression}))`);

function calls(g) {
  const lines = [g.one("setting")];
  for (const name of ["f", "h"]) {
    const { parameters, shown } = signature(g);
    const docs = g.random.chance(0.2) ? '\n    """What it does."""' : "";
    lines.push(
      g.random.chance(0.2)
        ? `${name} = lambda ${parameters}: ${shown}`
        : `def ${name}(${parameters}):${docs}\n    return ${shown}`,
    );
  }
  for (let i = 0; i < 10; i++) lines.push(show(g, `${g.random.pick(["f", "f", "h"])}(${callArguments(g)})`));
  for (let i = 0; i < 3; i++) lines.push(show(g, g.one("function_query")));
  return lines.join("\n");
}

function builtinCalls(g) {
  const lines = [g.one("setting")];
  for (let i = 0; i < 14; i++) {
    const callee = g.random.pick([
      ..."len int float str list dict set tuple range sum min sorted enumerate zip map filter isinstance print abs round pow divmod ord chr getattr setattr hasattr iter next repr bool bytes reversed any callable type object slice frozenset bin id vars dir format issubclass property staticmethod delattr".split(
        " ",
      ),
      ..."'a'.split 'a'.join 'a'.upper 'ab'.find 'a'.replace 'a'.center 'a'.strip 'a'.encode 'a'.startswith 'a'.format [].append [1].pop [].insert [].sort [].extend [2].index {}.get {}.pop {}.update {}.setdefault {}.items {}.fromkeys set().add set().union (1).to_bytes (1).bit_length (1.5).hex (1).index (1,).count b'a'.decode b'a'.hex ValueError KeyError StopIteration 'a'.nothing None i.real ns.nothing int.from_bytes str.maketrans dict.fromkeys ''.splitlines [].reverse [].copy [].remove {}.popitem {}.copy".split(
        " ",
      ),
    ]);
    const call =
      callee === "id" || callee === "dir" || callee === "vars"
        ? `${callee}(1, 2)`
        : `${callee}(${callArguments(g)})`;
    lines.push(show(g, call));
  }
  return lines.join("\n");
}

const kClosures = [
  `def counter(start=$literal_int):
    count = start
    def step(by=$n):
        nonlocal count
        count += by
        return count
    return step
first, second = counter(), counter($int)
show($place, lambda: [first(), first($n), second(), first.__closure__[0].cell_contents])`,
  `def late():
    return [lambda: v for v in range($n)], [lambda v=v: v for v in range($n)]
show($place, lambda: [[each() for each in part] for part in late()])`,
  `def unbound(flag):
    if flag:
        value = $item
    return value
show($place, lambda: unbound($bool))
show($place, lambda: unbound(False))`,
  `def free(flag):
    def inner():
        return value
    if flag:
        value = $item
    return inner()
show($place, lambda: free($bool))
show($place, lambda: free(0))`,
  `def deleted():
    value = $item
    del value
    return value
show($place, deleted)`,
  `def growing(item, into=[]):
    into.append(item)
    return into
show($place, lambda: (growing($item), growing($item), growing(1, [2]), growing.__defaults__))`,
  `def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
show($place, lambda: (fact($n), fact($literal_int % 60)))`,
  `def fib(n, seen={}):
    if n in seen:
        return seen[n]
    seen[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return seen[n]
show($place, lambda: fib($literal_int % 90))`,
  `def loud(function):
    @functools.wraps(function)
    def wrapper(*args, **named):
        print($place, function.__name__, shown(args), shown(named))
        return function(*args, **named)
    return wrapper
@loud
def add(a, b=$n):
    "Adds."
    return a + b
show($place, lambda: (add($any), add.__name__, add.__doc__))
show($place, lambda: add($item, $item))
show($place, lambda: add(1, 2, 3))`,
  `def times(n):
    def decorate(function):
        return lambda *args: [function(*args) for _ in range(n)]
    return decorate
@times($n)
@times(2)
def word(text=$str):
    return text[:2]
show($place, lambda: word())
show($place, lambda: word($any))`,
  `partial = functools.partial(int, base=$base)
show($place, lambda: partial($number_text))
show($place, lambda: functools.partial(max, $int)($int, key=$key))`,
  `@functools.lru_cache(maxsize=$n)
def cached(v):
    print($place, "computes", v)
    return v * 2
show($place, lambda: [cached($item), cached(1), cached(1.0), cached($item)])
show($place, lambda: cached.cache_info())
show($place, lambda: cached([]))`,
  `def outer():
    x = $int
    def middle():
        nonlocal x
        x = x * 2
        def inner():
            nonlocal x
            x += 1
            return x
        return inner() + x
    return middle(), x
show($place, outer)`,
  `compose = lambda *fs: functools.reduce(lambda f, g: lambda v: g(f(v)), fs)
show($place, lambda: compose($key, $key, str)($item))`,
  `def typed(a: int, b: "str" = $item, *c: float, e: list = None, **f) -> dict:
    return a
show($place, lambda: (typed.__annotations__, typed.__defaults__, typed.__kwdefaults__, typed.__name__, typed.__qualname__))`,
  `def hyper(n):
    if n == 0:
        raise $error($item)
    return hyper(n - 1)
show($place, lambda: hyper($n))`,
  `def defaults(a=i, b=ns):
    return a, b
i, ns = $int, $list
show($place, lambda: defaults())`,
  `def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
show($place, lambda: (even($n), odd($n)))`,
  `def makes_global():
    global made
    made = $item
makes_global()
show($place, lambda: made)`,
  `def swap(a, b): return b, a
show($place, lambda: swap(*swap($item, $item)))
show($place, lambda: swap(b=$item, a=$item))`,
  `stack = []
def hanoi(n, a="A", b="B", c="C"):
    if n:
        hanoi(n - 1, a, c, b)
        stack.append(a + c)
        hanoi(n - 1, b, a, c)
    return len(stack), stack[-3:]
show($place, lambda: hanoi($n))`,
  `show($place, lambda: (lambda a, /, b, *, c=1: (a, b, c))($item, b=$item))
show($place, lambda: (lambda a, /: a)(a=$item))`,
  `def sequence():
    print($place, "one")
    return $int
show($place, lambda: sequence() < sequence() < $int)
show($place, lambda: sequence() and sequence() or $item)
show($place, lambda: [sequence(), *([sequence()] if $bool else [])])`,
];

export const functionRules = {
  calls,
  builtin_calls: builtinCalls,
  function_query: [
    "f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__",
    "f.__qualname__, h.__module__",
    "f.__code__.co_argcount, f.__code__.co_varnames[:2]",
    "callable(f), f == h, f == f",
    "f.nothing",
    "setattr(f, 'tag', 1), f.tag, f.__dict__",
    "f",
    "f + 1",
    "f[0]",
    "f < h",
    "list(map(f, $iterable))",
    "(lambda: h)()()",
    "f.__call__($item)",
    "type(f).__name__, len(f)",
  ],
  closures: (g) =>
    [g.one("setting"), ...Array.from({ length: 4 }, () => g.expand(g.random.pick(kClosures)))].join("\n"),
};
