import asyncio


async def save(pages):
    for page in range(1, pages + 1):
        await asyncio.sleep(0.8)
        print(f"  {page}쪽 저장")
    return pages


async def write(lines):
    for line in range(1, lines + 1):
        await asyncio.sleep(0.5)
        print(f"{line}번째 줄 쓰기")

# %% 기다렸다가
async def main():
    # 저장이 끝날 때까지 글을 쓰지 못합니다.
    saved = await save(3)
    await write(5)
    print(f"모두 {saved}쪽을 저장했습니다")


asyncio.run(main())

# %% 뒤에 맡기고
async def main():
    # 태스크에 맡겨 두면 저장이 뒤에서 나아갑니다.
    # 결과는 나중에 받습니다.
    job = asyncio.create_task(save(3))
    await write(5)
    saved = await job
    print(f"모두 {saved}쪽을 저장했습니다")


asyncio.run(main())
