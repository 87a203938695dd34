print("%y" % 5)
