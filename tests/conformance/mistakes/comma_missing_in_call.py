print("the answer is" 42)
