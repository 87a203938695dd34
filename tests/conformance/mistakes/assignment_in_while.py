done = False
while done = False:
    done = True
