"""Methods of lists and dicts as values."""

words = ["pear", "fig", "apple"]
order = {"fig": 0, "pear": 1, "apple": 2}
lengths = {word: len(word) for word in words}


def cheapest(names: list[str], prices: dict[str, float]) -> str:
    return min(names, key=prices.get)


out: list[str] = []
for word in sorted(words, key=order.get):
    add = out.append
    add(word)
print(out, max(words, key=lengths.get), min(words, key="pear apple fig".index))
print(cheapest(["tea", "milk"], {"milk": 1.5, "tea": 2.0}))
