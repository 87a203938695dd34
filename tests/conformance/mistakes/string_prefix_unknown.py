x = q"text"
