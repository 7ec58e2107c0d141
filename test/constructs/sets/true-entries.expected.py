from dataclasses import dataclass


def unique(words: list[str]) -> list[str]:
    seen: set[str] = set()
    result: list[str] = []
    for word in words:
        if word not in seen:
            seen.add(word)
            result.append(word)
    return result


def reach(graph: dict[int, list[int]], start: int) -> int:
    visited = {start}

    def visit(n: int) -> None:
        for next_ in graph.get(n, []):
            if next_ in visited:
                continue
            visited.add(next_)
            visit(next_)

    visit(start)
    visited.discard(start)
    if start in visited:
        return -1
    return len(visited)


def kept() -> dict[str, bool]:
    flags = {"a": True}
    flags["b"] = False
    return flags


def vowels(s: str) -> int:
    set_ = {ord("a"), ord("e"), ord("i")}
    return sum(1 for r in s if ord(r) in set_)


@dataclass(unsafe_hash=True)
class Point:
    x: int = 0
    y: int = 0


def main() -> None:
    print(f"[{' '.join(unique(['a', 'b', 'a']))}]")
    print(reach({1: [2, 3], 2: [1]}, 1))
    print(len(kept()), vowels("aeiou"))
    seen: set[Point] = set()
    seen.add(Point(1, 2))
    print(
        str(Point(1, 2) in seen).lower(),
        str(Point(2, 1) in seen or Point(1, 2) in seen).lower(),
    )


if __name__ == "__main__":
    main()
