// Rules of `match`: every kind of pattern against subjects that fit and that do not.
// Not for patterns that are no syntax.

/** A pattern; names are unique in it, and in alternatives there are none. */
function pattern(g, depth, names) {
  const { random } = g;
  const capture = () => {
    if (names === null) return "_";
    const name = `v${names.length}`;
    names.push(name);
    return name;
  };
  const inner = () => pattern(g, depth + 1, names);
  const kinds = ["value", "value", "name", "wild"];
  if (depth < 3) kinds.push("sequence", "sequence", "mapping", "class", "or", "as", "class");
  switch (random.pick(kinds)) {
    case "value":
      return random.pick([
        "0",
        "1",
        "2",
        "-1",
        "1.5",
        "'a'",
        "'한'",
        "''",
        "None",
        "True",
        "False",
        "b'x'",
        "Shade.red",
        "math.pi",
        "3",
      ]);
    case "name":
      return depth === 0 ? "1" : capture();
    case "wild":
      return depth === 0 ? "None" : "_";
    case "sequence": {
      const parts = Array.from({ length: random.below(4) }, inner);
      if (random.chance(0.35))
        parts.splice(random.below(parts.length + 1), 0, random.chance(0.5) ? "*_" : `*${capture()}`);
      if (parts.length === 1 && random.chance(0.5)) return `(${parts[0]},)`;
      return random.chance(0.6) || parts.length < 2 ? `[${parts.join(", ")}]` : `(${parts.join(", ")})`;
    }
    case "mapping": {
      const keys = ["'a'", "'b'", "1", "None", "math.pi"].filter(() => random.chance(0.35));
      const parts = keys.map((key) => `${key}: ${inner()}`);
      if (random.chance(0.3) && names !== null) parts.push(`**${capture()}`);
      return `{${parts.join(", ")}}`;
    }
    case "class": {
      const name = random.pick([
        "int",
        "str",
        "float",
        "bool",
        "list",
        "dict",
        "tuple",
        "bytes",
        "Point",
        "Point",
        "Point",
        "Named",
        "Empty",
        "Wrong",
        "object",
      ]);
      const limit = name === "Point" ? 3 : 2;
      const parts = Array.from({ length: random.below(limit) }, inner);
      for (const attribute of ["x", "y", "real", "z"])
        if (random.chance(0.15)) parts.push(`${attribute}=${inner()}`);
      return `${name}(${parts.join(", ")})`;
    }
    case "or":
      return `(${Array.from({ length: 2 + random.below(2) }, () => pattern(g, depth + 1, null).replace(/^_$/, "7")).join(" | ")})`;
    default: {
      const text = inner();
      if (depth === 0 && /^(_|v\d+)$/.test(text)) return "(1 | 2)";
      if (names === null || /^(_|v\d+)$/.test(text)) return text;
      return `(${text} as ${capture()})`;
    }
  }
}

const kSubjects = [
  "$item",
  "$item",
  "[$items]",
  "($item, $item)",
  "[$item, [$item, $item], $item]",
  "{$pairs}",
  "{'a': $item, 'b': [$item]}",
  "Point($item, $item)",
  "Point([$item], Point(1, $item))",
  "Named($item)",
  "Empty()",
  "Wrong()",
  "range($n)",
  "$str",
  "$bytes",
  "math.pi",
  "'red'",
  "{1, 2}",
  "$any",
  "iter([1])",
  "True",
  "1.0",
];

function matches(g) {
  const { random } = g;
  const lines = [
    g.one("setting"),
    `class Shade:
    red, deep = "red", 2
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"
class Named(Point):
    def __init__(self, x):
        super().__init__(x, "named")
class Empty:
    pass
class Wrong:
    __match_args__ = ${random.pick(['["x"]', '("x", 1)', '("x", "x")', '"x"', "()", '("missing", "x")'])}
    x = 1`,
    "def fits(subject):",
    "    match subject:",
  ];
  const count = 3 + random.below(4);
  for (let i = 0; i < count; i++) {
    /** @type {string[]} */ const names = [];
    const text = pattern(g, 0, names);
    const guard = random.chance(0.2)
      ? ` if ${names.length > 0 ? `${names[0]} $compared $item` : "subject"}`
      : "";
    lines.push(g.expand(`        case ${text}${guard}:`));
    lines.push(`            return ${i}, [${names.join(", ")}]`);
  }
  if (random.chance(0.5)) lines.push("        case other:", "            return 'other', other");
  lines.push("    return 'nothing'");
  for (let i = 0; i < 12; i++) lines.push(g.expand(`show($place, lambda: fits(${random.pick(kSubjects)}))`));
  return lines.join("\n");
}

export const patternRules = { matches };
