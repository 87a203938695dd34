"grün".encode("ascii")
