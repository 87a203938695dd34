import math.pi
