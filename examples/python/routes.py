"""Finds the cheapest way between the sites of a network."""

import heapq
from collections import deque

Graph = dict[str, list[tuple[str, int]]]


class NoRouteError(Exception):
    """There is no way from the one site to the other."""


def build(links: list[tuple[str, str, int]]) -> Graph:
    graph: Graph = {}
    for start, end, cost in links:
        graph.setdefault(start, []).append((end, cost))
        graph.setdefault(end, []).append((start, cost))
    return graph


def cheapest(graph: Graph, start: str, goal: str) -> tuple[int, list[str]]:
    """The cost of the cheapest route, and the sites on it."""
    costs = {start: 0}
    previous: dict[str, str] = {}
    queue = [(0, start)]
    while queue:
        cost, site = heapq.heappop(queue)
        if site == goal:
            return cost, trace(previous, goal)
        if cost > costs[site]:
            continue
        for neighbour, price in graph.get(site, []):
            candidate = cost + price
            if neighbour not in costs or candidate < costs[neighbour]:
                costs[neighbour] = candidate
                previous[neighbour] = site
                heapq.heappush(queue, (candidate, neighbour))
    raise NoRouteError(f"no route from {start} to {goal}")


def trace(previous: dict[str, str], goal: str) -> list[str]:
    route = [goal]
    while route[-1] in previous:
        route.append(previous[route[-1]])
    route.reverse()
    return route


def reachable(graph: Graph, start: str) -> set[str]:
    seen = {start}
    queue = deque([start])
    while queue:
        site = queue.popleft()
        for neighbour, _ in graph.get(site, []):
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)
    return seen


def main() -> None:
    graph = build(
        [
            ("Bern", "Basel", 95),
            ("Bern", "Zurich", 125),
            ("Basel", "Zurich", 85),
            ("Zurich", "Chur", 120),
            ("Oslo", "Bergen", 460),
        ]
    )
    for goal in ["Chur", "Bern", "Oslo"]:
        try:
            cost, route = cheapest(graph, "Basel", goal)
        except NoRouteError as error:
            print(error)
        else:
            print(f"{goal}: {cost} km by {' - '.join(route)}")
    print("from Oslo:", sorted(reachable(graph, "Oslo")))


if __name__ == "__main__":
    main()
