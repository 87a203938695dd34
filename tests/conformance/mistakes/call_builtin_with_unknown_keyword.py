print("a", seperator="-")
