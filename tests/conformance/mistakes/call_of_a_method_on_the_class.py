class Dog:
    def bark(self):
        print("woof")

Dog.bark()
