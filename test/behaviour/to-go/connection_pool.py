"""A pool of connections behind an asynchronous context manager, a group of tasks, a condition."""

import asyncio
from contextlib import asynccontextmanager
from typing import AsyncIterator


class PoolTimeout(Exception):
    pass


class Connection:
    def __init__(self, number: int) -> None:
        self.number = number
        self.queries = 0

    async def execute(self, sql: str) -> str:
        await asyncio.sleep(0.001)
        self.queries += 1
        if "fail" in sql:
            raise ValueError(f"cannot run {sql!r}")
        return f"c{self.number}:{sql}"


class Pool:
    def __init__(self, size: int) -> None:
        self.idle: asyncio.Queue[Connection] = asyncio.Queue()
        for n in range(size):
            self.idle.put_nowait(Connection(n))

    @asynccontextmanager
    async def connection(self, timeout: float = 1.0) -> AsyncIterator[Connection]:
        try:
            conn = await asyncio.wait_for(self.idle.get(), timeout)
        except asyncio.TimeoutError as exc:
            raise PoolTimeout("no connection") from exc
        try:
            yield conn
        finally:
            await self.idle.put(conn)


async def run(pool: Pool, name: str, queries: list[str]) -> list[str]:
    results: list[str] = []
    async with pool.connection() as conn:
        for sql in queries:
            try:
                results.append(await conn.execute(sql))
            except ValueError as exc:
                results.append(f"error {exc}")
        print(name, "used", conn.number)
    return results


async def ticker(count: int) -> AsyncIterator[int]:
    for i in range(count):
        await asyncio.sleep(0)
        yield i * i


async def main() -> None:
    pool = Pool(2)
    for lines in await asyncio.gather(
        run(pool, "a", ["q1", "q2"]), run(pool, "b", ["fail", "q3"]), run(pool, "c", ["q4"])
    ):
        print(lines)
    async with pool.connection() as one, pool.connection() as two:
        print(one.number + two.number, pool.idle.empty())
        try:
            async with pool.connection(timeout=0.005):
                print("unreachable")
        except PoolTimeout as exc:
            print("pool:", exc, type(exc.__cause__).__name__)
    print(pool.idle.qsize())
    async for value in ticker(4):
        print("tick", value)
    print([v async for v in ticker(3)])
    try:
        async with asyncio.TaskGroup() as group:
            first = group.create_task(run(pool, "g1", ["x"]))
            group.create_task(run(pool, "g2", ["y", "z"]))
    except* ValueError as errors:
        print("never", errors)
    print(first.result())
    condition = asyncio.Condition()
    ready: list[int] = []

    async def waiter() -> int:
        async with condition:
            await condition.wait_for(lambda: len(ready) > 1)
            return sum(ready)

    waiting = asyncio.create_task(waiter())
    for n in (3, 4):
        async with condition:
            ready.append(n)
            condition.notify_all()
        await asyncio.sleep(0)
    print(await waiting)


asyncio.run(main())
