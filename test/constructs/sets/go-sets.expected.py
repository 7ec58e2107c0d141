from dataclasses import dataclass, field


@dataclass
class Graph:
    """Graph has nodes and the edges between them."""

    nodes: set[int] = field(default_factory=set)
    edges: dict[int, set[int]] = field(default_factory=dict)

    def add(self, node: int) -> bool:
        """Puts a node in, and says whether it is new."""
        if node in self.nodes:
            return False
        self.nodes.add(node)
        self.edges[node] = set()
        return True

    def connect(self, from_: int, to: int) -> None:
        self.add(from_)
        self.edges[from_].add(to)
        self.edges.get(to, set()).discard(from_)


def common(left: set[str], right: set[str]) -> list[str]:
    return [name for name in left if name in right]
