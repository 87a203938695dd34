data = b"grün"
