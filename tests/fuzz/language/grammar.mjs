// Expands templates by rules: `$name` in a template stands for one of the ways to write a `name`.
// Not for the rules themselves (the files beside).
//
// A rule is a list of templates, `{ atoms, forms }` (forms hold more of the same: only atoms are taken deep inside), or
// a function of the grammar that gives the text. What a function or a rule gives is not read for `$` again.

/** How deep forms may stand in forms. */
const kDepth = 3;

/** In place of one of these another may stand, now and then: most of what programs get wrong is a type. */
const kTypes = ["int", "float", "str", "bytes", "list", "tuple", "dict", "set", "bool", "none"];
const kWrongType = 0.025;

export class Grammar {
  /** @param {ReturnType<import("../random.mjs").random>} random */
  constructor(random, rules) {
    this.random = random;
    this.rules = rules;
    this.depth = 0;
    this.places = 0;
  }

  /** The template with each `$name` written out; where that has several lines, they stand as deep as its place. */
  expand(template) {
    return template.replace(/\$(\w+)/g, (_, name, offset) => {
      const line = template.slice(template.lastIndexOf("\n", offset) + 1, offset);
      const indent = line.match(/^ */)[0];
      const text = this.one(name).replaceAll("\n", `\n${indent}`);
      return template[offset + name.length + 1] === "." && /^[-\d.]/.test(text) ? `(${text})` : text;
    });
  }

  /** One way to write a `name`. */
  one(name) {
    const { random } = this;
    const chosen = kTypes.includes(name) && random.chance(kWrongType) ? random.pick(kTypes) : name;
    const rule = this.rules[chosen];
    if (rule === undefined) throw new Error(`no rule ${chosen}`);
    if (typeof rule === "function") return rule(this);
    const takesForm =
      rule.forms !== undefined && this.depth < kDepth && random.chance(0.75 - 0.2 * this.depth);
    const ways = Array.isArray(rule) ? rule : takesForm ? rule.forms : rule.atoms;
    this.depth++;
    const text = this.expand(random.pick(ways));
    this.depth--;
    return text;
  }

  /** `count` of them, joined. */
  several(name, count, separator = ", ") {
    return Array.from({ length: count }, () => this.one(name)).join(separator);
  }

  /** The number of a place that prints: programs tell by it where they differ. */
  place() {
    return String(++this.places);
  }
}
