ages = {"ann": 20, "bob" 30}
