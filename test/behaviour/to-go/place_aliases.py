"""Variables for lists inside of other things, which grow through them."""

from dataclasses import dataclass, field


@dataclass
class Room:
    names: list[str] = field(default_factory=list)


class Hub:
    def __init__(self) -> None:
        self.topics: dict[str, list[str]] = {}
        self.rooms: dict[str, Room] = {}

    def subscribe(self, topic: str, who: str) -> int:
        # The list of the topic.
        listeners = self.topics.setdefault(topic, [])
        if who not in listeners:
            listeners.append(who)
        return len(listeners)

    def leave(self, topic: str, who: str) -> bool:
        listeners = self.topics[topic]
        if who in listeners:
            listeners.remove(who)
            return True
        return False

    def enter(self, room: Room, who: str) -> None:
        names = room.names
        names.append(who)
        print(len(names), names[-1], sorted(names))


def main() -> None:
    hub = Hub()
    print(hub.subscribe("a", "x"), hub.subscribe("a", "y"), hub.subscribe("b", "x"), hub.subscribe("a", "x"))
    print(hub.leave("a", "x"), hub.leave("a", "q"), hub.topics)
    room = Room()
    hub.enter(room, "zed")
    hub.enter(room, "amy")
    print(room.names)
    grid: list[list[int]] = [[0], [1]]
    for row in grid:
        row.append(len(row))
    first = grid[0]
    first.append(7)
    first.extend([8, 9])
    print(grid, first)
    groups: list[list[int]] = [[], [], []]
    for n in range(7):
        bucket = groups[n % 3]
        bucket.append(n)
        if len(bucket) > 2:
            bucket.pop(0)
    print(groups)
    table = {"k": [1], "m": [2]}
    for key, values in table.items():
        values.append(len(key))
        print(values)
    print(table)
    stack = [1, 2]
    same = stack
    same.append(3)
    print(stack, same)

    rows = [[1], [2]]
    tail(rows, -1)
    tail(rows, 0)
    print(rows)


def tail(rows: list[list[int]], position: int) -> None:
    last = rows[position]
    last.append(4)
    last.sort()
    print(last)


main()
