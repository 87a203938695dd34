import asyncio


async def save(pages):
    for page in range(1, pages + 1):
        await asyncio.sleep(0.8)
        print(f"  page {page} saved")
    return pages


async def write(lines):
    for line in range(1, lines + 1):
        await asyncio.sleep(0.5)
        print(f"line {line} written")

# %% waiting for it
async def main():
    # Nothing is written until all is saved.
    saved = await save(3)
    await write(5)
    print(f"{saved} pages saved in all")


asyncio.run(main())

# %% in the background
async def main():
    # Handed to a task it goes on by itself.
    # Its result is collected later.
    job = asyncio.create_task(save(3))
    await write(5)
    saved = await job
    print(f"{saved} pages saved in all")


asyncio.run(main())
