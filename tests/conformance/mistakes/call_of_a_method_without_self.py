class Dog:
    def bark():
        print("woof")

Dog().bark()
