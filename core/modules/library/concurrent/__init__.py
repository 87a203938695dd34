# concurrent: the package that concurrent.futures is in.
# Not for: anything else.
