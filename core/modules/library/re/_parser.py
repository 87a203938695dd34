# Patterns of re: their text to the matcher's program.
# Not for: running it (_re).
from _re import lower as _lower

A, I, L, M, S, U, X = 256, 2, 4, 8, 16, 32, 64
_LETTERS = {"a": A, "i": I, "L": L, "m": M, "s": S, "u": U, "x": X}
(_MATCH, _CHAR, _CHAR_I, _ANY, _ANY_ALL, _SET, _JUMP, _SPLIT, _SAVE, _MARK, _PROGRESS, _REPEAT, _AT, _REF, _REF_I, _LOOK,
 _LOOK_END, _CONDITION) = range(18)
_SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_CATEGORIES = {"d": 0, "s": 1, "w": 2}
_NO_LIMIT = -1
_MOST_WORDS = 200_000


class PatternError(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)
            if "\n" in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


class Parser:
    # Nodes: ("char", c, flags), ("any", flags), ("set", negated, items, flags), ("at", kind), ("ref", group, flags),
    # ("cat", nodes), ("alt", nodes), ("group", number, node), ("repeat", least, most, mode, node),
    # ("look", kind, behind, node), ("if", group, yes, no).
    def __init__(self, pattern, flags):
        self.pattern, self.flags = pattern, flags
        self.at = 0
        self.groups = 1
        self.names = {}
        self.open = set()
        self.asked = {}  # groups that a condition asks for, maybe before they come -> where

    def error(self, message, pos=None):
        return PatternError(message, self.pattern, self.at if pos is None else pos)

    def peek(self, count=1):
        return self.pattern[self.at:self.at + count]

    def take(self, text):
        if self.pattern.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def parse(self):
        node = self.alternatives(self.flags)
        if self.at < len(self.pattern):
            raise self.error("unbalanced parenthesis")
        for number, place in self.asked.items():
            if number >= self.groups:
                raise self.error(f"invalid group reference {number}", place)
        return node

    def alternatives(self, flags):
        branches = [self.sequence(flags)]
        while self.take("|"):
            branches.append(self.sequence(flags))
        return branches[0] if len(branches) == 1 else ("alt", branches)

    def sequence(self, flags):
        nodes = []
        if self.at == 0 and self.pattern.startswith("(?"):
            flags = self.global_flags(flags)
        while self.at < len(self.pattern) and self.peek() not in "|)":
            if flags & X and (self.peek().isspace() or self.peek() == "#"):
                if self.peek() == "#":
                    end = self.pattern.find("\n", self.at)
                    self.at = len(self.pattern) if end < 0 else end
                else:
                    self.at += 1
                continue
            begin = self.at
            node = self.one(flags)
            if node is None:
                continue
            nodes.append(self.repeated(node, begin, flags))
        return nodes[0] if len(nodes) == 1 else ("cat", nodes)

    def global_flags(self, flags):
        while True:
            end = self.at + 2
            while end < len(self.pattern) and self.pattern[end] in _LETTERS:
                end += 1
            if not self.pattern.startswith("(?", self.at) or end == self.at + 2 or self.pattern[end:end + 1] != ")":
                return flags
            for letter in self.pattern[self.at + 2:end]:
                flags |= _LETTERS[letter]
            self.flags = flags
            self.at = end + 1

    def repeated(self, node, begin, flags):
        # No more than one repeat may follow.
        least = None
        where = self.at
        letter = self.peek()
        if letter and letter in "*+?":
            self.at += 1
            least, most = {"*": (0, _NO_LIMIT), "+": (1, _NO_LIMIT), "?": (0, 1)}[letter]
        elif letter == "{":
            found = self.bounds()
            if found is not None:
                least, most = found
        if least is None:
            return node
        if node[0] == "at":
            raise self.error("nothing to repeat", where)
        mode = 1 if self.take("?") else 2 if self.take("+") else 0
        following = self.peek()
        if following and following in "*+?" or following == "{" and self.bounds(True) is not None:
            raise self.error("multiple repeat")
        return ("repeat", least, most, mode, node)

    def bounds(self, only_look=False):
        end = self.pattern.find("}", self.at)
        inner = self.pattern[self.at + 1:end] if end > 0 else ""
        low, comma, high = inner.partition(",")
        if not inner or any([part and not part.isdecimal() for part in (low, high)]) or not (low or comma):
            return None
        if only_look:
            return True
        least = int(low) if low else 0
        most = least if not comma else int(high) if high else _NO_LIMIT
        if most != _NO_LIMIT and most < least:
            raise self.error("min repeat greater than max repeat", self.at + 1)
        self.at = end + 1
        return least, most

    def one(self, flags):
        letter = self.peek()
        begin = self.at
        self.at += 1
        if letter in "*+?" or letter == "{" and self._is_bounds(begin):
            raise self.error("nothing to repeat", begin)
        if letter == ".":
            return ("any", flags)
        if letter == "^":
            return ("at", 1 if flags & M else 0)
        if letter == "$":
            return ("at", 3 if flags & M else 2)
        if letter == "[":
            return self.character_set(flags, begin)
        if letter == "(":
            return self.group(flags, begin)
        if letter == "\\":
            return self.escape(flags, begin)
        return ("char", ord(letter), flags)

    def _is_bounds(self, begin):
        kept, self.at = self.at, begin
        found = self.bounds(True)
        self.at = kept
        return found is not None

    def category(self, letter, flags):
        if letter.lower() in _CATEGORIES and letter.isalpha():
            return (1, _CATEGORIES[letter.lower()] + (3 if flags & A else 0), int(letter.isupper()))
        return None

    def number(self, letter, begin):
        # \xhh, \uhhhh, \Uhhhhhhhh
        size = {"x": 2, "u": 4, "U": 8}[letter]
        digits = self.pattern[self.at:self.at + size]
        if len(digits) < size or any([digit not in "0123456789abcdefABCDEF" for digit in digits]):
            good = ""
            for digit in digits:
                if digit not in "0123456789abcdefABCDEF":
                    break
                good += digit
            raise self.error(f"incomplete escape \\{letter}{good}", begin)
        self.at += size
        return int(digits, 16)

    def escape(self, flags, begin):
        letter = self.peek()
        if not letter:
            raise self.error("bad escape (end of pattern)", begin)
        self.at += 1
        item = self.category(letter, flags)
        if item is not None:
            return ("set", False, [item], flags)
        if letter in "AZbB":
            return ("at", {"A": 0, "Z": 4, "b": 7 if flags & A else 5, "B": 8 if flags & A else 6}[letter])
        if letter in "xuU":
            return ("char", self.number(letter, begin), flags)
        if letter == "0":
            while len(self.pattern[begin + 1:self.at]) < 3 and self.peek() and self.peek() in "01234567":
                self.at += 1
            return ("char", int(self.pattern[begin + 1:self.at], 8), flags)
        if letter.isdigit() and letter.isascii():
            following = self.pattern[self.at:self.at + 2]
            if letter in "0123" and len(following) == 2 and all([each in "01234567" for each in following]):
                self.at += 2
                return ("char", int(letter + following, 8), flags)
            if following[:1].isdecimal():
                self.at += 1
            number = int(self.pattern[begin + 1:self.at])
            if number >= self.groups:
                raise self.error(f"invalid group reference {number}", begin + 1)
            if number in self.open:
                raise self.error("cannot refer to an open group", begin)
            return ("ref", number, flags)
        if letter in _SIMPLE and letter != "b":
            return ("char", _SIMPLE[letter], flags)
        if letter.isalpha() and letter.isascii():
            raise self.error(f"bad escape \\{letter}", begin)
        return ("char", ord(letter), flags)

    def set_member(self, flags):
        # An item of a set: a category's item, or a code.
        begin = self.at
        letter = self.peek()
        self.at += 1
        if letter != "\\":
            return ord(letter)
        letter = self.peek()
        if not letter:
            raise self.error("unterminated character set", self.set_begin)
        self.at += 1
        item = self.category(letter, flags)
        if item is not None:
            return item
        if letter in "xuU":
            return self.number(letter, begin)
        if letter in "01234567":
            while len(self.pattern[begin + 1:self.at]) < 3 and self.peek() and self.peek() in "01234567":
                self.at += 1
            return int(self.pattern[begin + 1:self.at], 8)
        if letter in _SIMPLE:
            return _SIMPLE[letter]
        if letter.isalnum() and letter.isascii():
            raise self.error(f"bad escape \\{letter}", begin)
        return ord(letter)

    def character_set(self, flags, begin):
        self.set_begin = begin
        negated = self.take("^")
        items = []
        first = True
        while True:
            if self.at >= len(self.pattern):
                raise self.error("unterminated character set", begin)
            if self.peek() == "]" and not first:
                self.at += 1
                return ("set", negated, items, flags)
            first = False
            here = self.at
            low = self.set_member(flags)
            if self.peek() == "-" and self.peek(2) not in ("-", "-]"):
                self.at += 1
                high = self.set_member(flags)
                if isinstance(low, tuple) or isinstance(high, tuple) or high < low:
                    raise self.error(f"bad character range {self.pattern[here:self.at]}", here)
                items.append((0, low, high))
            else:
                items.append(low if isinstance(low, tuple) else (0, low, low))

    def name(self, end):
        begin = self.at
        place = self.pattern.find(end, begin)
        if place < 0:
            if begin == len(self.pattern):
                raise self.error("missing group name")
            raise self.error(f"missing {end}, unterminated name", begin)
        name = self.pattern[begin:place]
        if not name:
            raise self.error("missing group name", begin)
        self.at = place + 1
        return name, begin

    def closed(self, flags, begin):
        node = self.alternatives(flags)
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", begin)
        return node

    def group(self, flags, begin):
        if not self.take("?"):
            return self.capture(None, flags, begin, begin)
        if self.at >= len(self.pattern):
            raise self.error("unexpected end of pattern")
        if self.take(":"):
            return self.closed(flags, begin)
        if self.take("#"):
            end = self.pattern.find(")", self.at)
            if end < 0:
                raise self.error("missing ), unterminated comment", begin)
            self.at = end + 1
            return None
        if self.take(">"):
            return ("look", 2, 0, self.closed(flags, begin))
        if self.take("P<"):
            name, place = self.name(">")
            if not name.isidentifier():
                raise self.error(f"bad character in group name {name!r}", place)
            return self.capture(name, flags, begin, place)
        if self.take("P="):
            name, place = self.name(")")
            if name not in self.names:
                raise self.error(f"unknown group name {name!r}", place)
            if self.names[name] in self.open:
                raise self.error("cannot refer to an open group", place)
            return ("ref", self.names[name], flags)
        for start, kind, behind in (("=", 0, False), ("!", 1, False), ("<=", 0, True), ("<!", 1, True)):
            if self.take(start):
                node = self.closed(flags, begin)
                width = _width(node) if behind else 0
                if width is None:
                    raise PatternError("look-behind requires fixed-width pattern")
                return ("look", kind, width, node)
        if self.take("("):
            return self.conditional(flags, begin)
        return self.inline_flags(flags, begin)

    def capture(self, name, flags, begin, place):
        number = self.groups
        self.groups += 1
        if name is not None:
            if name in self.names:
                raise self.error(
                    f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}", place)
            self.names[name] = number
        self.open.add(number)
        node = self.closed(flags, begin)
        self.open.discard(number)
        return ("group", number, node)

    def conditional(self, flags, begin):
        name, place = self.name(")")
        if name.isdecimal():
            number = int(name)
            if not number:
                raise self.error("bad group number", place)
            self.asked.setdefault(number, place)
        elif not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", place)
        elif name in self.names:
            number = self.names[name]
        else:
            raise self.error(f"unknown group name {name!r}", place)
        yes = self.sequence(flags)
        no = self.sequence(flags) if self.take("|") else ("cat", [])
        if self.peek() == "|":
            raise self.error("conditional backref with more than two branches")
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", begin)
        return ("if", number, yes, no)

    def inline_flags(self, flags, begin):
        added = removed = 0
        minus = False
        place = self.at
        while True:
            letter = self.peek()
            self.at += 1
            if letter in _LETTERS and letter:
                if minus:
                    removed |= _LETTERS[letter]
                else:
                    added |= _LETTERS[letter]
            elif letter == "-" and not minus:
                minus = True
            elif letter == ":":
                return self.closed((flags | added) & ~removed, begin)
            elif letter == ")" and added and not minus:
                raise self.error("global flags not at the start of the expression", begin)
            else:
                if self.at - 1 == place:
                    shown = "?" + self.pattern[place:place + (2 if letter and letter in "<P\\" else 1)]
                    raise self.error(f"unknown extension {shown}", place - 1)
                raise self.error("missing -, : or )" if not letter else "unknown flag", self.at - 1)


def _width(node):
    # The number of characters that it matches; None: not always the same.
    kind = node[0]
    if kind in ("char", "any", "set"):
        return 1
    if kind in ("at", "look"):
        return _width(node[3]) if kind == "look" and node[1] == 2 else 0
    if kind == "group":
        return _width(node[2])
    if kind == "repeat":
        width = _width(node[4])
        return None if width is None or node[1] != node[2] else width * node[1]
    if kind in ("cat", "alt"):
        widths = [_width(each) for each in node[1]]
        if None in widths:
            return None
        if kind == "cat":
            return sum(widths)
        return widths[0] if len(set(widths)) == 1 else None
    if kind == "if":
        yes, no = _width(node[2]), _width(node[3])
        return yes if yes == no else None
    return None


class Compiler:
    def __init__(self, parser, node):
        self.words = []
        self.slots = parser.groups * 2 + 1
        self.emit(node)
        self.words.append(_MATCH)

    def emit(self, node):
        if len(self.words) > _MOST_WORDS:
            raise OverflowError("the regular expression is too large")
        getattr(self, "emit_" + node[0])(*node[1:])

    def emit_char(self, code, flags):
        lowered = _lower(code)
        cased = lowered != code or chr(code).upper() != chr(code)
        self.words += (_CHAR_I, lowered) if flags & I and cased else (_CHAR, code)

    def emit_any(self, flags):
        self.words.append(_ANY_ALL if flags & S else _ANY)

    def emit_set(self, negated, items, flags):
        self.words += (_SET, len(items), int(negated), int(bool(flags & I)))
        for item in items:
            self.words += item

    def emit_at(self, kind):
        self.words += (_AT, kind)

    def emit_ref(self, number, flags):
        self.words += (_REF_I if flags & I else _REF, number)

    def emit_cat(self, nodes):
        for node in nodes:
            self.emit(node)

    def jump(self, *words):
        # An instruction whose last word is a place that is not known yet.
        self.words += (*words, 0)
        return len(self.words) - 1

    def land(self, *places):
        for place in places:
            self.words[place] = len(self.words)

    def emit_alt(self, nodes):
        ends = []
        for node in nodes[:-1]:
            other = self.jump(_SPLIT, len(self.words) + 3)
            self.emit(node)
            ends.append(self.jump(_JUMP))
            self.land(other)
        self.emit(nodes[-1])
        self.land(*ends)

    def emit_group(self, number, node):
        self.words += (_SAVE, number * 2)
        self.emit(node)
        self.words += (_SAVE, number * 2 + 1, _MARK, number)

    def emit_look(self, kind, behind, node):
        end = self.jump(_LOOK, kind, behind)
        self.emit(node)
        self.words.append(_LOOK_END)
        self.land(end)

    def emit_if(self, number, yes, no):
        other = self.jump(_CONDITION, number)
        self.emit(yes)
        end = self.jump(_JUMP)
        self.land(other)
        self.emit(no)
        self.land(end)

    def split(self, lazy):
        # To be landed: where to go instead of what follows.
        if not lazy:
            return self.jump(_SPLIT, len(self.words) + 3)
        self.words += (_SPLIT, 0, len(self.words) + 3)
        return len(self.words) - 2

    def emit_repeat(self, least, most, mode, node):
        if node[0] in ("char", "any", "set"):
            self.words += (_REPEAT, mode, least, most)
            self.emit(node)
            return
        if mode == 2:
            self.emit_look(2, 0, ("repeat", least, most, 0, node))
            return
        for _ in range(least):
            self.emit(node)
        if most == _NO_LIMIT:
            slot, self.slots = self.slots, self.slots + 1
            begin = len(self.words)
            out = self.split(mode == 1)
            self.words += (_SAVE, slot)
            self.emit(node)
            empty = self.jump(_PROGRESS, slot)
            self.words += (_JUMP, begin)
            self.land(out, empty)
            return
        outs = []
        for _ in range(most - least):
            outs.append(self.split(mode == 1))
            self.emit(node)
        self.land(*outs)


def compile_pattern(pattern, flags):
    # (program, slots of groups, all slots, names of groups, flags)
    parser = Parser(pattern, flags)
    node = parser.parse()
    compiler = Compiler(parser, node)
    return tuple(compiler.words), parser.groups * 2, compiler.slots, parser.names, parser.flags
