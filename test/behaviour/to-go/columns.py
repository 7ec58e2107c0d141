"""Rows to columns."""

points = [(1, 2), (3, 4), (5, 6)]
xs, ys = zip(*points)
print(sum(xs), sum(ys), list(xs))
for column in zip(*points):
    print(column, sum(column))
for column in zip(*["abc", "def"]):
    print(column)
rows = [[1, 2, 3], [4, 5, 6]]
print([list(c) for c in zip(*rows)], list(map(list, zip(*rows[::-1]))))
