# textwrap: paragraphs within a width, indents.
# Not for: the width of characters on a screen.


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):
        self.width, self.max_lines, self.placeholder, self.tabsize = width, max_lines, placeholder, tabsize
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.drop_whitespace, self.break_long_words, self.break_on_hyphens = drop_whitespace, break_long_words, break_on_hyphens

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in "\t\n\v\f\r":
                text = text.replace(blank, " ")
        chunks, begin = [], 0
        for place in range(1, len(text) + 1):
            if place == len(text) or text[place].isspace() != text[place - 1].isspace():
                chunks += self._parts(text[begin:place])
                begin = place
        return chunks

    def _parts(self, word):
        # A word may end behind a hyphen that has letters on both sides.
        parts, begin = [], 0
        if self.break_on_hyphens:
            for place in range(2, len(word) - 1):
                if word[place] == "-" and word[place - 1].isalpha() and word[place - 2].isalpha() and \
                        word[place + 1].isalpha() and place > begin:
                    parts.append(word[begin:place + 1])
                    begin = place + 1
        return [*parts, word[begin:]] if word[begin:] else parts

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks = self._chunks(text)[::-1]
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            line, size = [], 0
            while chunks and size + len(chunks[-1]) <= room:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                space = max(room - size, 1) if room >= 1 else 1
                if self.break_long_words:
                    word = chunks[-1]
                    end = space
                    if self.break_on_hyphens and len(word) > space:
                        hyphen = word.rfind("-", 0, space)
                        if hyphen > 0 and word[:hyphen].strip("-"):
                            end = hyphen + 1
                    line.append(word[:end])
                    chunks[-1] = word[end:]
                elif not line:
                    line.append(chunks.pop())
                size = sum([len(each) for each in line])
            if self.drop_whitespace and line and not line[-1].strip():
                size -= len(line.pop())
            if not line:
                continue
            last = self.max_lines is None or len(lines) + 1 < self.max_lines
            over = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if last or over and size <= room:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and size + len(self.placeholder) <= room:
                    lines.append(indent + "".join(line) + self.placeholder)
                    break
                size -= len(line.pop())
            else:
                if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                    lines[-1] = lines[-1].rstrip() + self.placeholder
                else:
                    lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **keywords):
    return TextWrapper(width=width, **keywords).wrap(text)


def fill(text, width=70, **keywords):
    return TextWrapper(width=width, **keywords).fill(text)


def shorten(text, width, **keywords):
    return TextWrapper(width=width, max_lines=1, **keywords).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = text.split("\n")
    lines = ["" if not line.strip() else line for line in lines]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip())]
        if margin is None:
            margin = own
        while not own.startswith(margin):
            margin = margin[:-1]
    size = len(margin or "")
    return "\n".join([line[size:] for line in lines])


def indent(text, prefix, predicate=None):
    wanted = predicate or (lambda line: line.strip())
    return "".join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
