import asyncio


class Service:
    def __init__(self, name, needs):
        self.name = name
        self.needs = needs

    def start(self, log, depth=0):
        for dep in self.needs:
            dep.start(log, depth + 1)
        log.append("  " * depth + self.name)

    async def stop(self, log: list[str]):
        await asyncio.sleep(0)
        log.append("stop " + self.name)


class Base:
    def emit(self, out: list[int]) -> None:
        out.append(1)


class Derived(Base):
    def more(self, out: list[int]) -> None:
        self.emit(out)
        out.append(2)


async def main():
    log = []
    db = Service("db", [])
    web = Service("web", [db])
    web.start(log)
    print(log)
    logs: list[str] = []
    await asyncio.gather(*(s.stop(logs) for s in [db, web]))
    print(logs)
    numbers: list[int] = []
    Derived().more(numbers)
    Base().emit(numbers)
    print(numbers)


asyncio.run(main())
