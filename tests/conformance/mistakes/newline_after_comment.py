# The end of a line begins at its comment.
import asyncio

async def main():
    import  # nothing
