import bisect
import collections
import copy
from collections import deque


def turned(n: int) -> None:
    d = deque([1, 2, 3, 4])
    d.rotate(n)
    print(list(d))
    d.rotate()
    print(list(d))


def empty() -> None:
    d: deque[int] = deque()
    d.rotate(3)
    print(list(d))


def copies() -> None:
    table = {"a": 1}
    members = {1, 2}
    other, same = copy.copy(table), copy.copy(members)
    other["b"] = 2
    same.add(3)
    print(len(table), len(other), len(members), len(same))
    ints, floats, words, flags = [1, 2], [1.5], ["x"], [True]
    deep = copy.deepcopy(ints), copy.deepcopy(floats), copy.deepcopy(words), copy.deepcopy(flags)
    ints[0], floats[0], words[0], flags[0] = 9, 9.5, "y", False
    print(deep, ints, floats, words, flags)
    rows, parts, texts, marks = [[1], [2]], [[1.5]], [["x"]], [[True]]
    first, second, third, fourth = copy.deepcopy(rows), copy.deepcopy(parts), copy.deepcopy(texts), copy.deepcopy(marks)
    rows[0][0], parts[0][0], texts[0][0], marks[0][0] = 9, 9.5, "y", False
    print(first, second, third, fourth, rows, parts, texts, marks)
    by_int, by_float, by_text, by_flag = {"k": 1}, {"k": 1.5}, {"k": "v"}, {"k": True}
    one, two, three, four = copy.deepcopy(by_int), copy.deepcopy(by_float), copy.deepcopy(by_text), copy.deepcopy(by_flag)
    by_int["k"], by_float["k"], by_text["k"], by_flag["k"] = 2, 2.5, "w", False
    print(one["k"], two["k"], three["k"], four["k"])


def ordered(values: list[int], words: list[str]) -> None:
    kept: list[int] = []
    for value in values:
        bisect.insort(kept, value)
    names: list[str] = []
    for word in words:
        bisect.insort(names, word)
    print(kept, names)


def common(text: str) -> None:
    print(collections.Counter(text).most_common())


turned(1)
turned(-6)
turned(0)
empty()
copies()
ordered([3, 1, 2, 1, -5], ["b", "é", "a", "b"])
ordered([], [])
common("abracadabra")
common("")
