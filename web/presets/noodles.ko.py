import asyncio
import time

# 손님마다 짜장면을 먹는 데 걸리는 시간(초)
MEALS = {"A": 5, "B": 3, "C": 4}

# %% 막으면서
# time.sleep은 프로그램 전체를 붙잡습니다.
# 한 손님이 다 먹어야 다음 집에 갑니다.
for name, seconds in MEALS.items():
    print(f"{name}에게 배달 완료")
    time.sleep(seconds)
    print(f"{name} 식사 완료, {seconds}초 소요")

# %% 하나씩 기다리며
async def delivery(name, seconds):
    print(f"{name}에게 배달 완료")
    await asyncio.sleep(seconds)
    print(f"{name} 식사 완료, {seconds}초 소요")


async def main():
    # await를 썼어도, 하나가 끝나야
    # 다음이 시작되면 걸리는 시간은 같습니다.
    for name, seconds in MEALS.items():
        await delivery(name, seconds)


asyncio.run(main())

# %% 한꺼번에
async def delivery(name, seconds):
    print(f"{name}에게 배달 완료")
    await asyncio.sleep(seconds)
    print(f"{name} 식사 완료, {seconds}초 소요")


async def main():
    # gather는 셋을 태스크로 만들어 함께 기다립니다.
    # 가장 긴 하나만큼만 걸립니다.
    await asyncio.gather(
        *[delivery(name, seconds) for name, seconds in MEALS.items()]
    )


asyncio.run(main())
