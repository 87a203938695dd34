async def site(name, *a, *b delay):
    pass
