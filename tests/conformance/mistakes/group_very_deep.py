error = ValueError("at the bottom")
for level in range(15):
    error = ExceptionGroup(f"level {level}", [error])
raise error
