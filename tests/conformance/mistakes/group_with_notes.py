error = ValueError("inner")
error.add_note("a note of the inner one")
group = ExceptionGroup("outer", [error, ExceptionGroup("deep", [KeyError("k")])])
group.add_note("a note\nof two lines")
raise group
