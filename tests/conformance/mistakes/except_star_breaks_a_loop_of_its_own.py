try:
    raise ValueError(1)
except* ValueError:
    for i in range(3):
        break
    print("fine")
    def f():
        return i
    print(f())
raise ExceptionGroup("end", [ValueError(2)])
