"""Python finds the key of each element once; what the key does besides can be seen."""

calls: list[int] = []


def noted(value: int) -> int:
    calls.append(value)
    return -value


def plain(value: int) -> int:
    total = 0
    for digit in str(value):
        total += int(digit)
    return total


count = 0


def counted(word: str) -> tuple[int, str]:
    global count
    count += 1
    return (len(word), word)


class Item:
    def __init__(self, size: int) -> None:
        self.size = size
        self.seen = 0

    def weight(self) -> int:
        self.seen += 1
        return self.size % 3


print(min([4, 9, 2], key=noted), calls)
print(sorted([4, 9, 2, 9], key=noted), calls)
numbers = [31, 2, 13, 40]
print(max(numbers, key=plain), min(numbers, key=plain), sorted(numbers, key=plain))
numbers.sort(key=noted, reverse=True)
print(numbers, len(calls))
words = ["bbb", "a", "cc", "aa"]
print(max(words, key=counted), min(words, key=counted), count)
print(sorted(words, key=lambda word: counted(word)[0], reverse=True), count)
print(max([], key=noted, default=-1), max([5, 6], key=noted, default=-1), len(calls))
items = [Item(4), Item(3), Item(5)]
best = max(items, key=lambda item: item.weight())
items.sort(key=lambda item: item.weight())
print(best.size, [item.size for item in items], [item.seen for item in items])
ranks = iter([3, 1, 2])
print(sorted([10, 20, 30], key=lambda _: next(ranks)))
