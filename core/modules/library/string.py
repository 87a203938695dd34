# string: sets of characters, templates.
# Not for: the methods of str.
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # (text before, name or None, text of the placeholder, its place); an escape has no name.
        text, mark = self.template, self.delimiter
        done = 0
        while True:
            place = text.find(mark, done)
            if place < 0:
                yield text[done:], None, "", place
                return
            before = text[done:place]
            begin = place + len(mark)
            if text.startswith(mark, begin):
                done = begin + len(mark)
                yield before + mark, None, "", place
                continue
            braced = text.startswith("{", begin)
            end = begin = begin + braced
            while end < len(text) and (text[end] in ascii_letters or text[end] == "_" or end > begin and text[end] in digits):
                end += 1
            if end == begin or braced and not text.startswith("}", end):
                yield before, "", mark, place
                done = place + len(mark)
                continue
            name = text[begin:end]
            done = end + braced
            yield before, name, text[place:done], place

    def _filled(self, mapping, keywords, safe):
        mapping = {**mapping, **keywords} if keywords else mapping
        result = []
        for before, name, shown, place in self._pieces():
            result.append(before)
            if name is None:
                continue
            if name == "":
                if not safe:
                    lines = self.template[:place + 1].splitlines(keepends=True)
                    column, line = place + 1 - len("".join(lines[:-1])), len(lines)
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
                result.append(shown)
            elif safe:
                result.append(str(mapping[name]) if name in mapping else shown)
            else:
                result.append(str(mapping[name]))
        return "".join(result)

    def substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, True)

    def is_valid(self):
        return all([name != "" for _, name, _, _ in self._pieces()])

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, name, _, _ in self._pieces() if name]))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
