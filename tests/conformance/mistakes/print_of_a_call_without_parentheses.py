print len("abc")
