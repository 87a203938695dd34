print(f"{x = 1; 2}")
