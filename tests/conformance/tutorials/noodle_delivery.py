import asyncio
import time

async def delivery(name, meal):
    print(f"{name}에게 배달 완료")
    await asyncio.sleep(meal)
    print(f"{name} 식사 완료, {meal}초 소요")
    print(f"{name} 그릇 수거 완료")

async def one_by_one():
    await delivery("A", 5)
    await delivery("B", 3)
    await delivery("C", 4)

async def together():
    await asyncio.gather(delivery("A", 5), delivery("B", 3), delivery("C", 4))

for main in (one_by_one, together):
    start = time.time()
    asyncio.run(main())
    end = time.time()
    print(main.__name__, end - start)
