"""Tasks keep the arguments that they were started with."""

import asyncio


async def show(label: str, n: int) -> None:
    await asyncio.sleep(0)
    print(label, n)




async def main() -> None:
    tasks = []
    for name in ["a", "b", "c"]:
        tasks.append(asyncio.create_task(show(name, 1)))
    print("last", name)
    await asyncio.gather(*tasks)
    i = 0
    more = []
    while i < 3:
        square = i * i
        more.append(asyncio.create_task(show("sq", square)))
        i += 1
    print(square)
    for t in more:
        await t


asyncio.run(main())
