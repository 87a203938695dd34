# print of values of the script, and to files.
# Not for scripts to import. Natives: write_stdout.


def print_values(values, separator, end, file, flush, /):
    write = write_stdout if file is None else file.write
    first = True
    for value in values:
        if not first:
            write(separator)
        first = False
        write(str(value))
    write(end)
    if flush and file is not None:
        file.flush()
