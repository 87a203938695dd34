// How random programs write values: numbers, strings, bytes and displays of them.
// Not for what is done with them (expressions.mjs, strings.mjs, containers.mjs).

const kLetters = [
  ..."abcXYZ019 _-.,:%{}\t\n'\"\\é",
  ..."한글각ßİıǆΣςﬁñ٣²½Ⅷ",
  "\u00a0",
  "\u3000",
  "\u200b",
  "\u0301",
  "\x1c",
  "\x85",
  "\x00",
  "😀",
  "👩‍🚀",
  "\ud83c\udde8",
  "𝟘",
];
const kWords = [
  "",
  "",
  "a",
  "ab",
  "aba",
  "banana",
  "Hello, World",
  "hello world",
  "  pad  ",
  "한국어",
  "가나다 라마",
  "😀 ok",
  "Straße",
  "ǅungla",
  "MixedCase42",
  "one,two,,three",
  "line1\nline2\r\nline3",
  "tab\there",
  "it's",
  'say "hi"',
  "123",
  "-12",
  " 42 ",
  "1_000",
  "3.14",
  "1e3",
  "inf",
  "nan",
  "0x1F",
  "٣",
  "True",
  "title case wOrds",
  "snake_case_name",
  "class",
  "x1",
  "0b11",
  "a=b=c",
  "ÀÉ",
  "ﬁne",
];
const kInts =
  "0 1 1 2 2 3 3 4 5 6 7 8 9 10 11 12 16 17 25 31 32 42 60 63 64 99 100 127 128 255 256 257 1000 1023 65535 1000000007".split(
    " ",
  );
const kBigInts = [
  "2147483647",
  "2147483648",
  "4294967296",
  "9223372036854775807",
  "9223372036854775808",
  "18446744073709551616",
  "10**18",
  "10**25",
  "(2**64 - 1)",
  "(2**100 + 7)",
  "0xFFFF_FFFF_FFFF",
  "123456789012345678901234567890",
  "3**50",
];
const kFloats = (
  "0.0 -0.0 0.1 0.2 0.5 1.0 1.5 2.0 2.5 3.0 3.14159 7.25 10.0 99.5 100.0 0.001 1e-05 0.0001 12345.678 1e16 1e15 " +
  "123456789.125 1e22 1e100 1e308 5e-324 2.675 1.005 0.045 1234.5 1e17 9007199254740993.0 .5 1e-7"
).split(" ");

/** A Python literal of a string. */
export function literal(text) {
  let body = "";
  for (const character of text) {
    const code = character.codePointAt(0);
    if (character === "\\" || character === '"') body += `\\${character}`;
    else if (code === 10) body += "\\n";
    else if (code < 32 || (code >= 127 && code < 161)) body += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code === 0x200b || code === 0x3000 || code === 0x301)
      body += `\\u${code.toString(16).padStart(4, "0")}`;
    else body += character;
  }
  return `"${body}"`;
}

function randomText({ random }) {
  const length = random.below(9);
  return Array.from({ length }, () => random.pick(kLetters)).join("");
}

function bytesLiteral({ random }) {
  const words = [
    "",
    "abc",
    "ABC",
    "a,b",
    "hello",
    "\\x00\\xff",
    "  x ",
    "0123",
    "\\xed\\x95\\x9c",
    "aXbXc",
    "\\n\\t",
    "a\\\\",
    "ff00",
  ];
  return `b"${random.pick(words)}"`;
}

const sign = ({ random }) => (random.chance(0.3) ? "-" : "");

export const valueRules = {
  none: ["None"],
  bool: {
    atoms: ["True", "False"],
    forms: ["$comparison", "(not $any)", "bool($any)", "($any and $bool)", "($any or $bool)"],
  },
  // Small and never negative: counts, widths, exponents.
  n: ["0", "1", "1", "2", "2", "3", "4", "5", "7"],
  index: ["0", "1", "2", "3", "4", "5", "9", "-1", "-2", "-3", "-4", "-7"],
  literal_int: (g) => `${sign(g)}${g.random.pick(kInts)}`,
  big: (g) => `${sign(g)}${g.random.pick(kBigInts)}`,
  literal_float: (g) => `${sign(g)}${g.random.pick(kFloats)}`,
  odd_float: ["float('inf')", "float('-inf')", "float('nan')", "1e999", "-1e999"],
  literal_str: (g) => literal(g.random.chance(0.6) ? g.random.pick(kWords) : randomText(g)),
  // A piece that may well be found in a string.
  piece: (g) =>
    literal(
      g.random.pick(["", "a", "l", "o", " ", ",", "\n", "an", "한", "😀", "ss", "1", "_", "B", "  ", "lo"]),
    ),
  character: (g) => literal(g.random.pick(kLetters)),
  literal_bytes: bytesLiteral,
  byte_piece: ["b''", "b'a'", "b'X'", "b','", "b'\\x00'", "97", "b'lo'", "b' '"],
  slice: (g) => {
    const part = () => (g.random.chance(0.6) ? g.one("index") : "");
    const step = g.random.chance(0.5)
      ? `:${g.random.pick(["", "1", "2", "3", "-1", "-1", "-2", "-3", "0"])}`
      : "";
    return `${part()}:${part()}${step}`;
  },
  // Displays.
  items: (g) => g.several("item", g.random.below(5)),
  item: [
    "$literal_int",
    "$literal_int",
    "$literal_str",
    "$literal_float",
    "None",
    "True",
    "($literal_int, $literal_str)",
    "[$literal_int]",
  ],
  ints: (g) => g.several("literal_int", g.random.below(7)),
  words: (g) => g.several("literal_str", g.random.below(5)),
  keys: ["1", "2", "3", "'a'", "'b'", "'c'", "None", "True", "1.0", "(1, 2)", "''", "'한'", "0"],
  pairs: (g) => Array.from({ length: g.random.below(5) }, () => g.expand("$keys: $item")).join(", "),
  // A set whose text has but one order, for where texts are made; literal_set may have more.
  set: ["set()", "{$keys}", "frozenset({$item_hashed})", "frozenset()", "{$item_hashed}"],
  item_hashed: ["$literal_int", "$literal_str", "None", "(1, $literal_int)"],
  literal_set: (g) => (g.random.chance(0.15) ? "set()" : `{${g.several("keys", 1 + g.random.below(5))}}`),
};
