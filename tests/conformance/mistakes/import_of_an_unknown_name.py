from asyncio import slep
