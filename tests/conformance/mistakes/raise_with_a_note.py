error = ValueError("x")
error.add_note("hint: try again")
raise error
