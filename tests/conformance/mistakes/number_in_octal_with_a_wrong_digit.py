n = 0o8
