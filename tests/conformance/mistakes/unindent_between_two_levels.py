def outer():
    try:
        try:
            return 1
 finally:
            print("never")
    finally:
        print("nor this")
