import sys
pattern = "\d+"
print(pattern)
sys.exit(pattern)
