"""An event bus, with an audit trail and a stock keeper that listen to it."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    topic: str
    item: str
    amount: int = 1


Handler = Callable[[Event], None]


class EventBus:
    def __init__(self) -> None:
        self._handlers: defaultdict[str, list[Handler]] = defaultdict(list)

    def subscribe(self, topic: str, handler: Handler) -> None:
        self._handlers[topic].append(handler)

    def publish(self, event: Event) -> int:
        """Tells everyone who listens, and says how many did."""
        handlers = self._handlers.get(event.topic, [])
        for handler in handlers:
            handler(event)
        return len(handlers)


class Stock:
    def __init__(self, levels: dict[str, int]) -> None:
        self.levels = levels

    def on_sold(self, event: Event) -> None:
        left = self.levels.get(event.item, 0) - event.amount
        self.levels[event.item] = max(left, 0)
        if left < 0:
            print(f"  {-left} {event.item} on back order")

    def on_delivered(self, event: Event) -> None:
        self.levels[event.item] = self.levels.get(event.item, 0) + event.amount


def audit(trail: list[str]) -> Handler:
    def record(event: Event) -> None:
        trail.append(f"{event.topic}:{event.item}x{event.amount}")

    return record


def main() -> None:
    bus = EventBus()
    stock = Stock({"bolt": 10, "nut": 4})
    trail: list[str] = []

    bus.subscribe("sold", stock.on_sold)
    bus.subscribe("delivered", stock.on_delivered)
    for topic in ("sold", "delivered"):
        bus.subscribe(topic, audit(trail))

    events = [
        Event("sold", "bolt", 3),
        Event("sold", "nut", 6),
        Event("delivered", "gear", 2),
        Event("returned", "bolt"),
    ]
    for event in events:
        print(f"{event.topic} {event.item}: {bus.publish(event)} listeners")

    for item, level in sorted(stock.levels.items()):
        print(f"{item:5} {level}")
    print(trail)


if __name__ == "__main__":
    main()
