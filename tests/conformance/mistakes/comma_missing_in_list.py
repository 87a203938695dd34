fruits = ["apple" "pear", 3 4]
