import asyncio


async def job(n: int) -> None:
    try:
        await asyncio.sleep(1)
        print("never")
    finally:
        print("cleanup", n)


async def main() -> None:
    asyncio.create_task(job(1))
    await asyncio.sleep(0)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
