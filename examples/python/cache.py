"""A cache that forgets what was not used for the longest time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Statistics:
    hits: int = 0
    misses: int = 0
    evictions: int = 0

    @property
    def ratio(self) -> float:
        lookups = self.hits + self.misses
        return self.hits / lookups if lookups else 0.0


class Entry:
    def __init__(self, key: str, value: int) -> None:
        self.key = key
        self.value = value
        self.older: Entry | None = None
        self.newer: Entry | None = None


class Cache:
    """Keeps its entries in a dict, and in a list from the oldest to the newest."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.statistics = Statistics()
        self._entries: dict[str, Entry] = {}
        self._oldest: Entry | None = None
        self._newest: Entry | None = None

    def get(self, key: str, load: Callable[[str], int]) -> int:
        """The value for the key, loaded when it is not here."""
        entry = self._entries.get(key)
        if entry is not None:
            self.statistics.hits += 1
            self._unlink(entry)
            self._link(entry)
            return entry.value
        self.statistics.misses += 1
        value = load(key)
        self._store(key, value)
        return value

    def keys(self) -> list[str]:
        """The keys from the oldest to the newest."""
        keys: list[str] = []
        entry = self._oldest
        while entry is not None:
            keys.append(entry.key)
            entry = entry.newer
        return keys

    def _store(self, key: str, value: int) -> None:
        if len(self._entries) >= self.capacity and self._oldest is not None:
            oldest = self._oldest
            self._unlink(oldest)
            del self._entries[oldest.key]
            self.statistics.evictions += 1
        entry = Entry(key, value)
        self._entries[key] = entry
        self._link(entry)

    def _link(self, entry: Entry) -> None:
        entry.older = self._newest
        entry.newer = None
        if self._newest is None:
            self._oldest = entry
        else:
            self._newest.newer = entry
        self._newest = entry

    def _unlink(self, entry: Entry) -> None:
        if entry.older is None:
            self._oldest = entry.newer
        else:
            entry.older.newer = entry.newer
        if entry.newer is None:
            self._newest = entry.older
        else:
            entry.newer.older = entry.older


def main() -> None:
    cache: Cache = Cache(2)
    for word in ["one", "three", "one", "eleven", "three", "one"]:
        print(word, cache.get(word, lambda key: len(key)), cache.keys())
    statistics = cache.statistics
    print(f"{statistics.hits} hits, {statistics.misses} misses, {statistics.evictions} evictions")
    print(f"hit ratio {statistics.ratio:.1%}")


if __name__ == "__main__":
    main()
