def greet(name):
    print(name)

greet("Ann", name="Bob")
