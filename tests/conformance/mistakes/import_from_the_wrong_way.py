import sleep from asyncio
