assert (
    1
    == 2
), "on three lines"
