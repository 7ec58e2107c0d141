from itertools import combinations, product, permutations, chain


def closest(points: list[int]) -> int:
    return min(abs(a - b) for a, b in combinations(points, 2))


def pythagorean(limit):
    return [(a, b, c) for a, b, c in combinations(range(1, limit), 3) if a * a + b * b == c * c]


def find_pair(xs, target):
    for a, b in combinations(xs, 2):
        if a + b == target:
            return a, b
    return None


def first_product(xs, ys):
    found = None
    for x, y in product(xs, ys):
        if x * y > 10:
            found = (x, y)
            break
    return found


def grid(w, h):
    for x, y in product(range(w), range(h)):
        if (x + y) % 2:
            continue
        print(x, y)


def solve():
    for s, e, n in permutations(range(4), 3):
        if s * 100 + e * 10 + n == 321:
            return s, e, n


print(closest([4, 9, 1, 7]))
print(pythagorean(20))
print(find_pair([1, 5, 9], 14))
print(first_product([1, 2, 5], [3, 4]))
grid(3, 2)
print(solve())
print(["".join(p) for p in permutations("abc")])
print(sorted(set("".join(p) for p in permutations("aab"))))
print(len(list(product("ab", repeat=3))), list(product([0, 1], repeat=2)))
print(sum(1 for _ in combinations(range(5), 2)))
for row in product(*[[1, 2], [3], [4, 5]]):
    print(row)
deltas = [(dx, dy) for dx, dy in product((-1, 0, 1), repeat=2) if (dx, dy) != (0, 0)]
print(deltas)
print(max(combinations([3, 1, 2], 2), key=sum), list(chain("ab", "c")))
