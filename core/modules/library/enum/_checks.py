# verify: what an enumeration promises about its values.
# Not for: unique, which enum has itself.
from enum import StrEnum


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
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
        return enumeration
