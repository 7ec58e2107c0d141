import asyncio


async def fetch(name: str) -> str:
    await asyncio.sleep(0.1)
    return name.upper()


async def fetch_all(names: list[str]) -> list[str]:
    return await asyncio.gather(*(fetch(name) for name in names))
