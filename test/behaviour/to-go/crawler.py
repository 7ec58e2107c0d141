"""A crawler with a limit, retries, time limits and cancelled tasks."""

import asyncio
from dataclasses import dataclass, field


class FetchError(Exception):
    def __init__(self, url: str, status: int) -> None:
        super().__init__(f"{url}: status {status}")
        self.url = url
        self.status = status


@dataclass
class Page:
    url: str
    links: list[str] = field(default_factory=list)


SITE = {
    "/": ["/a", "/b"],
    "/a": ["/c"],
    "/b": ["/c", "/missing"],
    "/c": [],
}


async def fetch(url: str) -> Page:
    await asyncio.sleep(0.001)
    if url not in SITE:
        raise FetchError(url, 404)
    return Page(url, list(SITE[url]))


async def fetch_with_retry(url: str, attempts: int = 3) -> Page:
    delay = 0.001
    for attempt in range(1, attempts + 1):
        try:
            return await fetch(url)
        except FetchError as exc:
            if attempt == attempts:
                raise
            print(f"retry {attempt} of {url}: {exc.status}")
            await asyncio.sleep(delay)
            delay *= 2
    raise RuntimeError("unreachable")


class Crawler:
    def __init__(self, width: int) -> None:
        self.limit = asyncio.Semaphore(width)
        self.seen: set[str] = set()
        self.failures: dict[str, int] = {}

    async def visit(self, url: str) -> int:
        if url in self.seen:
            return 0
        self.seen.add(url)
        try:
            async with self.limit:
                page = await fetch_with_retry(url)
        except FetchError as exc:
            self.failures[exc.url] = exc.status
            return 0
        counts = await asyncio.gather(*[self.visit(link) for link in page.links])
        return 1 + sum(counts)


async def slow(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print("cancelled", name)
        raise
    finally:
        print("cleanup", name)


async def main() -> None:
    crawler = Crawler(2)
    pages = await crawler.visit("/")
    print(pages, sorted(crawler.seen), len(crawler.failures))
    try:
        result = await asyncio.wait_for(slow("long", 1.0), timeout=0.01)
        print(result)
    except asyncio.TimeoutError:
        print("timeout")
    task = asyncio.create_task(slow("quick", 0.001))
    print(await task, task.done())
    tasks = [asyncio.create_task(slow(n, d)) for n, d in [("x", 0.03), ("y", 0.01)]]
    for finished in asyncio.as_completed(tasks):
        print("done", await finished)
    other = asyncio.create_task(slow("never", 5))
    await asyncio.sleep(0)
    other.cancel()
    try:
        await other
    except asyncio.CancelledError:
        print("was cancelled")


if __name__ == "__main__":
    asyncio.run(main())
