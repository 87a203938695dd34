a = [*None]
