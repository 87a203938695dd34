# Frames that repeat are all there, and shown three times.
import traceback


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


for depth in 2, 3, 4, 5, 9:
    try:
        down(depth)
    except ValueError as error:
        frames = traceback.extract_tb(error.__traceback__)
        print(depth, len(frames), [frame.lineno for frame in frames], len(traceback.format_list(frames)))
        print("".join(traceback.format_list(frames)).replace(__file__, "FILE"))
        print(len(traceback.extract_tb(error.__traceback__, limit=3)), len(traceback.extract_tb(error.__traceback__, limit=-2)))


def stack(n):
    return stack(n - 1) if n else traceback.extract_stack()


print(len(stack(0)), len(stack(7)), len(traceback.format_list(stack(7))))
