# A return, break or continue in a finally block drops what was about to be returned, wherever it waits.
class Room:
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *details):
        print("out", details[0])
        return False


def returns(n):
    with Room():
        try:
            return 1, n
        finally:
            if n:
                return 2, n


def breaks(n):
    for i in [1, 2]:
        with Room():
            try:
                return 1, n
            finally:
                for j in range(2):
                    if n == 1:
                        break
                    if n == 2:
                        return "x", j
                if n == 3:
                    continue
                if n == 4:
                    break
    return "end"


def nested(n):
    try:
        try:
            try:
                return 1, n
            finally:
                if n:
                    return 2, n
        finally:
            print("outer")
            if n > 1:
                return 3, n
    finally:
        if n > 2:
            return 4, n


def in_handler(n):
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as error:
            try:
                return str(error), n
            finally:
                with Room():
                    if n == 1:
                        continue
                    if n == 2:
                        return "two", i
    return "end"


print([returns(n) for n in range(2)])
print([breaks(n) for n in range(5)])
print([nested(n) for n in range(4)])
print([in_handler(n) for n in range(3)])
