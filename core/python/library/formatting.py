# Formatting of values of the script: str.format, %, translate.
# Not for scripts to import. Natives: percent_values, percent_join, format_pieces.


def str_percent(template, values, /):
    texts = []
    for kind, value in percent_values(template, values):
        texts.append(str(value) if kind == "s" else repr(value))
    return percent_join(template, values, texts)


def str_format(template, args, keywords, /):
    # args is None for format_map: `keywords` is then any mapping.
    return format_fields(template, args, keywords, [0, None], 2)


def format_fields(template, args, keywords, numbering, depth, /):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    texts = []
    for piece in format_pieces(template):
        if type(piece) is str:
            texts.append(piece)
            continue
        first, steps, conversion, spec = piece
        value = field_value(first, args, keywords, numbering)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        if conversion == "r":
            value = repr(value)
        elif conversion == "s":
            value = str(value)
        elif conversion == "a":
            value = ascii(value)
        elif conversion:
            raise ValueError("Unknown conversion specifier " + conversion)
        if "{" in spec:
            spec = format_fields(spec, args, keywords, numbering, depth - 1)
        texts.append(format(value, spec))
    return "".join(texts)


def field_value(first, args, keywords, numbering, /):
    if type(first) is str:
        return keywords[first]
    automatic = first is None
    if numbering[1] is not None and numbering[1] is not automatic:
        if automatic:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        raise ValueError("cannot switch from automatic field numbering to manual field specification")
    numbering[1] = automatic
    if automatic:
        first = numbering[0]
        numbering[0] += 1
    if args is None:
        raise ValueError("Format string contains positional fields")
    if first >= len(args):
        raise IndexError(f"Replacement index {first} out of range for positional args tuple")
    return args[first]


def str_translate(text, table, /):
    pieces = []
    for character in text:
        try:
            replacement = table[ord(character)]
        except LookupError:
            pieces.append(character)
            continue
        if type(replacement) is int:
            replacement = chr(replacement)
        if replacement is not None:
            pieces.append(replacement)
    return "".join(pieces)
