// Random programs of the language by a seed: numbers, strings, formatting, containers, functions, classes, exceptions,
// generators, patterns. Not for running them (tests/scripts/random_programs.mjs).
//
// Each place that prints has a number and catches what is raised there, so that one difference hides no other. What no
// program may depend on: the order of a set (printed in order), addresses (masked), hashes of strings.
import { classRules } from "./language/classes.mjs";
import { containerRules } from "./language/containers.mjs";
import { exceptionRules } from "./language/exceptions.mjs";
import { expressionRules } from "./language/expressions.mjs";
import { formattingRules } from "./language/formatting.mjs";
import { functionRules } from "./language/functions.mjs";
import { generatorRules } from "./language/generators.mjs";
import { Grammar } from "./language/grammar.mjs";
import { patternRules } from "./language/patterns.mjs";
import { statementRules } from "./language/statements.mjs";
import { stringRules } from "./language/strings.mjs";
import { valueRules } from "./language/values.mjs";
import { random } from "./random.mjs";

const kPrelude = `import functools
import math
import operator


def masked(text):
    first, *rest = text.split(" at 0x")
    return first + "".join(" at 0x" + part.lstrip("0123456789abcdef") for part in rest)


def has_set(value):
    if type(value) in (list, tuple):
        return any(map(has_set, value))
    return type(value) in (set, frozenset) or type(value) is dict and any(map(has_set, value.items()))


def shown(value):
    if not has_set(value):
        return masked(repr(value))
    if type(value) is dict:
        value = value.items()
    parts = [shown(each) for each in value]
    return f"{type(value).__name__}: {parts if type(value) in (list, tuple) else sorted(parts)}"


def told(error, depth=0):
    try:
        words = f"{type(error).__name__}: {masked(str(error))}"
    except Exception as other:
        return f"{type(error).__name__} without a text: {masked(str(other))}"
    for note in getattr(error, "__notes__", ()):
        words += f" [{note}]"
    if depth > 3:
        return words
    if error.__cause__ is not None:
        return words + f" <- from {told(error.__cause__, depth + 1)}"
    if error.__context__ is not None:
        quiet = "suppressed" if error.__suppress_context__ else "during"
        return words + f" <- {quiet} {told(error.__context__, depth + 1)}"
    return words


def show(place, thunk):
    try:
        words = shown(thunk())
    except BaseException as error:
        words = told(error)
    print(place, words)


STEPS = [0]


def goes_on():
    STEPS[0] -= 1
    return STEPS[0] > 0


def run(program):
    STEPS[0] = 200
    print("==", program.__name__)
    try:
        program()
    except BaseException as error:
        print("raised", told(error))
`;

const rules = {
  ...valueRules,
  ...expressionRules,
  ...stringRules,
  ...formattingRules,
  ...containerRules,
  ...statementRules,
  ...functionRules,
  ...classRules,
  ...exceptionRules,
  ...generatorRules,
  ...patternRules,
};

/** What one program is about. */
const kKinds = [
  "numbers",
  "mixtures",
  "texts",
  "byte_strings",
  "formats",
  "formats",
  "containers",
  "iterations",
  "blocks",
  "calls",
  "builtin_calls",
  "closures",
  "classes",
  "classes",
  "classes",
  "attempts",
  "attempts",
  "error_facts",
  "driven",
  "iterators",
  "matches",
];

function program(seed, name) {
  const grammar = new Grammar(random(seed), rules);
  const body = grammar.one(grammar.random.pick(kKinds));
  const lines = body.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
  return `def ${name}():\n${lines.join("\n")}\n`;
}

/** A file of `count` programs from `firstSeed` on. */
export function programsFrom(firstSeed, count) {
  const names = Array.from({ length: count }, (_, i) => [firstSeed + i, `p${firstSeed + i}`]);
  const texts = names.map(([seed, name]) => program(seed, name));
  const runs = names.map(([, name]) => `run(${name})`).join("\n");
  return [kPrelude, ...texts, `${runs}\n`].join("\n\n");
}
