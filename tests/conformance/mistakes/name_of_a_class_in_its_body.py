class Node:
    children = [Node]
