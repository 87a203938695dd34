month = 07
