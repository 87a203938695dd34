// this is a comment
x = 1
