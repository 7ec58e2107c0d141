from abc import ABC, abstractmethod


class Handler(ABC):
    name = "base"

    def __init__(self) -> None:
        self.log: list[str] = []
        self.setup()

    def setup(self) -> None:
        self.log.append("setup " + self.name)

    @abstractmethod
    def handle(self, event: str) -> bool: ...

    def run(self, events: list[str]) -> int:
        return sum(1 for event in events if self.handle(event))

    @property
    def title(self) -> str:
        return self.name.title()


class Upper(Handler):
    name = "upper"

    def handle(self, event: str) -> bool:
        self.log.append(event.upper())
        return event.isalpha()


class Strict(Upper):
    def setup(self) -> None:
        super().setup()
        self.log.append("strict")

    def handle(self, event: str) -> bool:
        if not event:
            raise ValueError("empty event")
        return super().handle(event)


registry: dict[str, Handler] = {}


def register(handler: Handler) -> None:
    registry[handler.name] = handler


for handler in [Upper(), Strict()]:
    register(handler)
    try:
        print(handler.title, handler.run(["a", "b1", ""]))
    except ValueError as exc:
        print("failed", exc)
    print(handler.log)
print(len(registry), registry["upper"].title)
