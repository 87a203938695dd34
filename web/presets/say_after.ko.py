import asyncio
import time


async def say(delay, what):
    await asyncio.sleep(delay)
    print(what)

# %% 하나씩
async def main():
    start = time.perf_counter()
    # 앞의 말이 끝나야 뒤의 말을 기다리기 시작합니다: 1초 + 2초
    await say(1, "안녕하세요")
    await say(2, "반갑습니다")
    print(f"{time.perf_counter() - start:.1f}초 걸렸습니다")


asyncio.run(main())

# %% 태스크로
async def main():
    start = time.perf_counter()
    # create_task는 곧바로 예약합니다.
    # 두 기다림이 겹쳐서 2초면 됩니다.
    hello = asyncio.create_task(say(1, "안녕하세요"))
    nice = asyncio.create_task(say(2, "반갑습니다"))
    await hello
    await nice
    print(f"{time.perf_counter() - start:.1f}초 걸렸습니다")


asyncio.run(main())
