raise ExceptionGroup("alone")
