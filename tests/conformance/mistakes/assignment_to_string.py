"name" = "Ann"
