import heapq


def slowest(durations: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return heapq.nlargest(2, durations, key=lambda entry: entry[1])


def shortest(words: list[str]) -> list[str]:
    return heapq.nsmallest(3, words, key=len)


print(slowest([("read", 3), ("write", 9), ("close", 9), ("open", 1)]))
print(shortest(["pear", "fig"]), shortest(["kiwi", "fig", "plum", "date"]))
