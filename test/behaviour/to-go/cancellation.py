"""Cancellation, timeouts and shielding."""
import asyncio


async def slow(name: str, seconds: float, log: list[str]) -> str:
    log.append(f"start {name}")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log.append(f"cancelled {name}")
        raise
    finally:
        log.append(f"end {name}")
    return name.upper()


async def with_timeout(name: str, seconds: float, limit: float, log: list[str]) -> str | None:
    try:
        async with asyncio.timeout(limit):
            return await slow(name, seconds, log)
    except TimeoutError:
        log.append(f"timeout {name}")
        return None


async def main() -> None:
    log: list[str] = []
    print(await with_timeout("fast", 0.0, 1.0, log))
    print(await with_timeout("slow", 1.0, 0.01, log))
    task = asyncio.create_task(slow("bg", 10, log))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled:", task.cancelled(), task.done())
    try:
        await asyncio.wait_for(slow("wf", 5, log), timeout=0.01)
    except asyncio.TimeoutError:
        print("wait_for timed out")
    inner = asyncio.ensure_future(slow("shielded", 0.02, log))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.005)
    except asyncio.TimeoutError:
        print("outer gave up, inner done:", inner.done())
    print(await inner)
    for line in log:
        print(" ", line)


asyncio.run(main())
