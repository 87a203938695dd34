import asyncio

async def main():
    messsage = "hello"
    print(message)

asyncio.run(main())
