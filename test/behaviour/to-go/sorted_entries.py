"""The entries of a dict are ordered by their keys alone, whatever the values are."""

lengths: dict[int, set[str]] = {}
for word in ["one", "three", "two", "four"]:
    lengths.setdefault(len(word), set()).add(word)
for length, words in sorted(lengths.items()):
    print(length, len(words), sorted(words))
for length, words in sorted(lengths.items(), reverse=True):
    print(length, len(words))
print([length for length, words in sorted(lengths.items()) if len(words) > 1])


def described(**options) -> str:
    return ", ".join(f"{name}={value}" for name, value in sorted(options.items()))


print(described(width=3, colour="red"))
prices = {"pear": 2.5, "apple": 1.0}
print(sorted(prices.items()), max(prices.items()), min({"b": [1], "a": [2]}.items()))
