import asyncio


async def brew():
    print("물을 끓입니다")
    await asyncio.sleep(2)
    print("커피가 됐습니다")
    return "커피"

# %% await를 잊음
async def main():
    # 괄호로 부르기만 하면 코루틴이 만들어질 뿐,
    # 한 줄도 실행되지 않습니다.
    cup = brew()
    print("받은 것:", type(cup).__name__)


asyncio.run(main())

# %% await를 씀
async def main():
    # await가 코루틴을 움직이고,
    # 그 결과를 돌려줍니다.
    cup = await brew()
    print("받은 것:", cup)


asyncio.run(main())
