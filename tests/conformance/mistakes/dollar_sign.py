$name = "Ann"
