done = False
if !done:
    print("no")
