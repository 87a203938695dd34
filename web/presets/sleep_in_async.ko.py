import asyncio
import time


async def blink(color):
    for _ in range(4):
        print(color)
        await asyncio.sleep(0.5)

# %% time.sleep
async def rest():
    # time.sleep은 루프째 붙잡습니다.
    # 그동안 어떤 태스크도 움직이지 못합니다.
    time.sleep(2)
    print("잘 쉬었습니다")


async def main():
    await asyncio.gather(blink("빨강"), blink("파랑"), rest())


asyncio.run(main())

# %% asyncio.sleep
async def rest():
    # asyncio.sleep은 루프를 돌려주고 기다립니다.
    await asyncio.sleep(2)
    print("잘 쉬었습니다")


async def main():
    await asyncio.gather(blink("빨강"), blink("파랑"), rest())


asyncio.run(main())
