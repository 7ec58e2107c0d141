from __future__ import annotations
from dataclasses import dataclass, field
from typing import Optional, NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def moved(self, dx: int) -> Point:
        return Point(self.x + dx, self.y)


@dataclass
class Node:
    key: int
    left: Optional[Node] = None
    right: Optional[Node] = None


class Tree:
    def __init__(self) -> None:
        self.root: Optional[Node] = None
        self.size = 0

    def insert(self, key: int) -> None:
        self.size += 1
        if self.root is None:
            self.root = Node(key)
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right

    def walk(self, node: Optional[Node]) -> list[int]:
        if node is None:
            return []
        return self.walk(node.left) + [node.key] + self.walk(node.right)


@dataclass
class Base:
    name: str


@dataclass
class Derived(Base):
    size: int = 1
    tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.label = f"{self.name}/{self.size}"


t = Tree()
for k in [5, 2, 8, 1]:
    t.insert(k)
print(t.walk(t.root), t.size)
p = Point(1)
print(p, p.moved(3), p == Point(1, 0), p.x + p.y)
d = Derived("a", tags=["t"])
print(d, d.label, Derived("b", 2) == Derived("b", 2))
