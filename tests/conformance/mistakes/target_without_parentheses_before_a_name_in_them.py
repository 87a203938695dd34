tasks = [1, 2]
print([tasks, (task) for task in tasks])
