raise ExceptionGroup("class", [ValueError])
