d = {**None}
