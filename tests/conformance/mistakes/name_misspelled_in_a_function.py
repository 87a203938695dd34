def total(numbers):
    result = 0
    for number in numbers:
        reslt += number
    return result

print(total([1, 2]))
