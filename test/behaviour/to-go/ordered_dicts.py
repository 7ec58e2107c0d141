"""Dicts in the order of insertion, in the shapes that services have them in."""

import json
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass, field


@dataclass
class Registry:
    handlers: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, event: str, name: str) -> None:
        self.handlers.setdefault(event, []).append(name)
        self.counts[event] = self.counts.get(event, 0) + 1

    def remove(self, event: str) -> bool:
        if event in self.handlers:
            del self.handlers[event]
            return True
        return False

    def report(self) -> None:
        for event, names in self.handlers.items():
            print(event, names, self.counts[event])


class RecentlyUsed:
    def __init__(self, size: int) -> None:
        self.size = size
        self.items: OrderedDict[str, int] = OrderedDict()

    def get(self, key: str) -> int | None:
        if key not in self.items:
            return None
        self.items.move_to_end(key)
        return self.items[key]

    def put(self, key: str, value: int) -> None:
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.size:
            old, _ = self.items.popitem(last=False)
            print("evicted", old)


def invert(ages: dict[str, int]) -> dict[int, str]:
    return {age: name for name, age in ages.items()}


def by_length(words: list[str]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    return groups


def show(mapping):
    for key in mapping:
        print(key, mapping[key])


def configure(**options: int) -> dict[str, int]:
    for name, value in options.items():
        print(name, value)
    return options


registry = Registry()
registry.add("start", "a")
registry.add("stop", "b")
registry.add("start", "c")
registry.report()
print(registry.remove("start"), registry.remove("nope"), len(registry.handlers), "stop" in registry.handlers)
registry.add("start", "z")
registry.report()

recent = RecentlyUsed(2)
recent.put("a", 1)
recent.put("b", 2)
print(recent.get("a"), recent.get("q"))
recent.put("c", 3)
print(list(recent.items.items()))

ages = {"zoe": 3, "adam": 5, "mia": 4}
ages["bob"] = 9
ages["zoe"] += 10
print(ages, invert(ages), sum(ages.values()))
print(list(ages), sorted(ages), max(ages, key=lambda name: ages[name]), ages == {"adam": 5, "zoe": 13, "mia": 4, "bob": 9})
for name in list(ages.keys()):
    if ages[name] > 8:
        ages.pop(name)
print(json.dumps(ages), bool(ages), ages.pop("gone", None))

for length, words in by_length(["pear", "fig", "kiwi", "apple"]).items():
    print(length, ", ".join(words))
letters = Counter("mississippi")
letters["x"] += 2
letters.update("sox")
letters.update({"y": 3, "m": 1})
for letter, count in letters.items():
    print(letter, count, end=";")
print()
print(dict(letters), sorted(letters.items(), key=lambda item: (-item[1], item[0])))

scores: dict[str, dict[str, int]] = {}
for team, player, points in [("red", "x", 1), ("blue", "y", 2), ("red", "w", 3)]:
    scores.setdefault(team, {})[player] = points
for team, own in scores.items():
    print(team, own, ", ".join(f"{player}={points}" for player, points in own.items()))

merged = {**ages, "new": 1}
merged.update({"zz": 2, "aa": 3})
copy = dict(merged)
copy.clear()
print(merged, copy, [key for key, value in merged.items() if value < 5])
print(merged.popitem())
print(merged)
show({"b": 1, "a": 2})
show({3: "x", 1: "y"})
print(configure(z=1, a=2), dict.fromkeys("abca", 0), list(dict.fromkeys([3, 1, 3, 2])))
first, second, *rest = merged
print(first, second, rest, [*merged], next(iter(merged)), " ".join(merged), tuple(merged.values()))
for position, (key, value) in enumerate(sorted(merged.items(), key=lambda item: item[1])):
    print(position, key, value)
