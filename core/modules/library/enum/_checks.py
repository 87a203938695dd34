# verify: what an enumeration promises about its values.
# Not for: unique, which enum has itself.
from enum import StrEnum


class EnumCheck(StrEnum):
    __module__ = "enum"
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def show_flag_values(value):
    return [1 << place for place in range(value.bit_length()) if value >> place & 1]


class verify:
    __module__ = "enum"

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                doubles = [f"{name} -> {made.name}" for name, made in enumeration._member_map_.items()
                           if name != made.name]
                if doubles:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(doubles)}")
            elif check is CONTINUOUS:
                values = {made.value for made in enumeration}
                if len(values) > 1:
                    missing = [each for each in range(min(values), max(values)) if each not in values]
                    if missing:
                        shown = ", ".join([str(each) for each in missing])
                        raise ValueError(f"invalid enum {enumeration.__name__!r}: missing values {shown}")
            elif check is NAMED_FLAGS:
                _check_aliases(enumeration)
        return enumeration


def _check_aliases(enumeration):
    known = [made.value for made in enumeration]
    names, missing = [], 0
    for name, made in enumeration._member_map_.items():
        if name not in enumeration._member_names_ and made.value >= 0:
            unnamed = [bit for bit in show_flag_values(made.value) if bit not in known]
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
    if names:
        subject = f"alias {names[0]} is" if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are"
        kind = "value" if missing & (missing - 1) == 0 else "combined values of"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {subject} missing {kind} {missing:#x} "
                         "[use enum.show_flag_values(value) for details]")
