import asyncio

def main():
    print("plain")

asyncio.run(main())
