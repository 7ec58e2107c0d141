def parse(text: str) -> list[tuple[str, str]]:
    rows = [line.split("|", 1) for line in text.splitlines()]
    return [(kind, rest) for kind, rest in rows]


def table(lines: list[str]) -> dict[str, int]:
    return {name: int(value) for name, value in (line.split("=") for line in lines)}


for a, b in [[1, 2], [3, 4]]:
    print(a + b)
for first, *rest in [[1, 2, 3], [4]]:
    print(first, rest)
for i, (x, y) in enumerate([[1, 2], [3, 4]]):
    print(i, x * y)
print(parse("a|b|c\nd|e"), table(["x=1"])["x"])
(a, [b, c]), d = ("p", ["q", "r"]), "s"
print(a, b, c, d)
print(sum(q * p for _, q, p in [[0, 2, 3], [0, 4, 5]]))
