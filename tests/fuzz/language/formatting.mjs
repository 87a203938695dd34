// Rules of formatting: the mini-language with right and wrong specs, `%`, `.format` with nested fields, f-strings.
// Not for other methods of strings (strings.mjs).

const maybe = (g, share, text) => (g.random.chance(share) ? text() : "");

function spec(g) {
  const { random } = g;
  const align = maybe(
    g,
    0.5,
    () =>
      maybe(g, 0.4, () => random.pick(["*", "0", " ", "한", "<", "-", "x", "}"].slice(0, 7))) +
      random.pick(["<", ">", "^", "="]),
  );
  const sign = maybe(g, 0.3, () => random.pick(["+", "-", " "]));
  const z = maybe(g, 0.05, () => "z");
  const alternate = maybe(g, 0.2, () => "#");
  const zero = maybe(g, 0.2, () => "0");
  const width = maybe(g, 0.5, () => random.pick(["1", "3", "6", "8", "10", "12", "20"]));
  const group = maybe(g, 0.2, () => random.pick([",", "_"]));
  const precision = maybe(g, 0.35, () => `.${random.pick(["0", "1", "2", "3", "6", "10", "17", "20", ""])}`);
  const type = maybe(g, 0.7, () => random.pick([..."dxXobcnefgEFG%sr"]));
  return `${align}${sign}${z}${alternate}${zero}${width}${group}${precision}${type}`;
}

function percentField(g) {
  const { random } = g;
  const flags = maybe(g, 0.4, () => random.pick(["-", "0", "+", " ", "#", "-+", "0+", "#0"]));
  const width = maybe(g, 0.4, () => random.pick(["1", "4", "8", "12"]));
  const precision = maybe(g, 0.3, () => random.pick([".0", ".1", ".2", ".3", ".8", "."]));
  return `%${flags}${width}${precision}${random.pick([..."ddiuxXoeEfFgGccsssrra%q"])}`;
}

const escaped = (text) => text.replaceAll("'", "\\'");

export const formattingRules = {
  spec: (g) => `'${escaped(spec(g))}'`,
  raw_spec: (g) => spec(g).replaceAll("}", ""),
  wrong_spec: [
    "'10.2.3'",
    "'q'",
    "'<<'",
    "'5,,'",
    "'_,'",
    "',_'",
    "'99999999999999999999'",
    "'.99999999999999999999f'",
    "'.'",
    "'.-3f'",
    "' >'",
    "'한^한'",
    "'ab'",
    "'5 '",
    "'+s'",
    "'#s'",
    "'=5s'",
    "'05s'",
    "',s'",
    "',x'",
    "'_x'",
    "',c'",
    "'+c'",
    "'#c'",
    "',n'",
    "'.3d'",
    "'.2c'",
    "'z'",
    "'zd'",
    "'z.1f'",
    "'%Y'",
  ],
  percent_text: (g) =>
    `'${Array.from({ length: 1 + g.random.below(3) }, () => percentField(g) + g.random.pick(["", " ", "|", "%%", "한"])).join("")}'`,
  percent_values: [
    "($item,)",
    "($int, $item)",
    "($float, $float)",
    "($int, $int, $item)",
    "($str, $int, $float)",
    "$int",
    "$float",
    "$str",
    "$list",
    "($any,)",
    "($any, $any)",
    "()",
    "{'a': $int, 'b': $str}",
  ],
  format_field: (g) => {
    const { random } = g;
    const name = random.pick([
      "",
      "",
      "",
      "",
      "0",
      "1",
      "2",
      "k",
      "k",
      "n[0]",
      "n[a]",
      "0[1]",
      "k.real",
      "k.nothing",
      "9",
      "zz",
    ]);
    const conversion = maybe(g, 0.3, () => random.pick(["!r", "!s", "!a", "!r", "!x"]));
    const format = maybe(g, 0.5, () =>
      random.pick([
        ":",
        ":{}",
        ":>{w}",
        ":{w}.{p}",
        `:${escaped(spec(g).replaceAll("}", ""))}`,
        ":5",
        ":<8",
        ":03d",
      ]),
    );
    return `{${name}${conversion}${format}}`;
  },
  format_text: (g) =>
    `'${Array.from({ length: 1 + g.random.below(3) }, () => g.one("format_field") + g.random.pick(["", " ", "{{", "}}", "|", ...(g.random.chance(0.1) ? ["{", "}", "{!", "{:"] : [])])).join("")}'`,
  fstring_field: [
    "{$literal_int}",
    "{i}",
    "{s!r}",
    "{t!s:>10}",
    "{s!a}",
    "{x:$raw_spec}",
    "{i:$raw_spec}",
    "{s:$raw_spec}",
    "{i=}",
    "{i = }",
    "{x=:.2f}",
    "{s=!s}",
    "{i + j=}",
    "{x:{i % 9}.{2}f}",
    "{s:{'<'}{8}}",
    "{i:#{'x'}}",
    "{ns[0]}",
    "{len(ws)}",
    "{d.get('a', '-')}",
    "{'nested ' + f'{i}'}",
    "{f'{s}' f'{t!r}'}",
    "{i if i else 'none'}",
    "{(lambda v: v * 2)(i)}",
    "{{}}",
    "{ns!r:>12}",
    "{p:>20}",
    "{d}",
    "{None}",
    "{None!s:^8}",
    "{True:d}",
    "{True:>6}",
    "{w}",
    "{i:,}",
    "{i:_}",
    "{x:e}",
    "{x:g}",
    "{x!r:>8}",
    "{[v for v in range(3)]}",
    "{'한글':*^7}",
    "{s[:2]}",
    "{x:%}",
    "{i!r:^{10}}",
    "{ns:}",
    "{ns:5}",
    "{undefined}",
    "{1/0}",
    "{i:{s}}",
  ],
  fstring: (g) =>
    `f"${Array.from({ length: 1 + g.random.below(3) }, () => g.one("fstring_field").replaceAll('"', "'")).join(g.random.pick([" ", "|", "", "한 "]))}"`,
  formatted: [
    "format($int, $spec)",
    "format($int, $spec)",
    "format($int, $spec)",
    "format($float, $spec)",
    "format($float, $spec)",
    "format($float, $spec)",
    "format($literal_float, $spec)",
    "format($str, $spec)",
    "format($str, $spec)",
    "format($bool, $spec)",
    "format($any, $spec)",
    "format($int, $wrong_spec)",
    "format($float, $wrong_spec)",
    "format($str, $wrong_spec)",
    "format($any, $any)",
    "$percent_text % $percent_values",
    "$percent_text % $percent_values",
    "$percent_text % $percent_values",
    "'%(a)s %(b)5s' % {'a': $item, 'b': $item}",
    "'%(a)03d' % {'a': $any}",
    "'%(a)s %(c)s' % {'a': $item}",
    "'%s' % $any",
    "'%r %s' % ($any, $any)",
    "'%*d|%-*d|%.*f' % ($index, $literal_int, $n, $literal_int, $n, $literal_float)",
    "'%*d' % ($index, $item), '%.*f' % ($n, $item)",
    "'%(' % $dict, '%(a' % $dict",
    "'%' % $any",
    "$literal_str % $any",
    "$format_text.format($int, $str, $item, k=$float, n=[$item, $int], w=9, p=3)",
    "$format_text.format($item, $list, k=$item, n={'a': $item}, w=7, p=2)",
    "$format_text.format($plain)",
    "$format_text.format(k=$any)",
    "$format_text.format_map({'k': $item, 'n': [1]})",
    "$str.format($any, $any)",
    "$fstring",
    "$fstring",
    "$fstring",
    "$fstring",
  ],
};
