"""Dicts in the order of insertion in classes, threads, tasks and closures."""

import asyncio
import threading
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    A = "a"
    B = "b"


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass
class Node:
    name: str
    children: list["Node"] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)


class Inventory:
    def __init__(self) -> None:
        self._stock: dict[str, dict[str, int]] = {}
        self._log: list[str] = []

    def add(self, place: str, item: str, n: int = 1) -> None:
        shelf = self._stock.setdefault(place, {})
        shelf[item] = shelf.get(item, 0) + n
        self._log.append(f"{place}:{item}")

    def take(self, place: str, item: str) -> int:
        try:
            n = self._stock[place].pop(item)
        except KeyError as e:
            print("missing", e)
            return 0
        if not self._stock[place]:
            del self._stock[place]
        return n

    def dump(self) -> None:
        for place, shelf in self._stock.items():
            for item, n in shelf.items():
                print(place, item, n)
        print(self._stock)


def build(parts: list[tuple[str, str]]) -> Node:
    root = Node("root")
    for name, value in parts:
        child = Node(name)
        child.meta[name] = value
        root.children.append(child)
    return root


def render(node: Node, depth: int = 0) -> None:
    extra = " ".join(f"{k}={v}" for k, v in node.meta.items())
    print("  " * depth + node.name + (f" [{extra}]" if extra else ""))
    for child in node.children:
        render(child, depth + 1)


def tally(points: list[Point]) -> dict[Point, int]:
    out: dict[Point, int] = {}
    for p in points:
        out[p] = out.get(p, 0) + 1
    return out


async def fetch(name: str, results: dict[str, int]) -> None:
    await asyncio.sleep(0)
    results[name] = len(name)


async def gather_all() -> dict[str, int]:
    results: dict[str, int] = {}
    for name in ["zz", "a", "mmm"]:
        await fetch(name, results)
    return results


def main() -> None:
    inv = Inventory()
    inv.add("b", "nut", 2)
    inv.add("a", "bolt")
    inv.add("b", "cog")
    inv.dump()
    print(inv.take("b", "nut"), inv.take("b", "nope"), inv.take("a", "bolt"), inv.take("q", "x"))
    inv.dump()
    render(build([("z", "1"), ("c", "2")]))
    for p, n in tally([Point(1, 2), Point(0, 0), Point(1, 2)]).items():
        print(p.x, p.y, n)
    print(asyncio.run(gather_all()))
    labels = {Kind.B: "bee", Kind.A: "ay"}
    for kind, label in labels.items():
        print(kind.value, label)
    cache: dict[int, int] = {}

    def fib(n: int) -> int:
        if n < 2:
            return n
        if n not in cache:
            cache[n] = fib(n - 1) + fib(n - 2)
        return cache[n]

    print(fib(10), list(cache)[:3])
    handlers = {"up": lambda v: v + 1, "down": lambda v: v - 1}
    for name, fn in handlers.items():
        print(name, fn(10))
    lock = threading.Lock()
    hits: dict[str, int] = {}

    def hit(name: str) -> None:
        with lock:
            hits[name] = hits.get(name, 0) + 1

    t = threading.Thread(target=hit, args=("one",))
    t.start()
    t.join()
    hit("two")
    print(hits)
    matrix = {"r1": [1, 2], "r2": [3]}
    total = {k: sum(v) for k, v in matrix.items()}
    print(total, [k for k in total if total[k] > 2], any(v > 2 for v in total.values()))
    first, *others = total
    print(first, others)
    match {"op": "add", "n": 2}:
        case {"op": "add", "n": n}:
            print("add", n)


main()
