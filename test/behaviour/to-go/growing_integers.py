from itertools import islice


def convergents(terms):
    h0, h1 = 0, 1
    k0, k1 = 1, 0
    for a in terms:
        h0, h1 = h1, a * h1 + h0
        k0, k1 = k1, a * k1 + k0
        yield h1, k1
for p, q in convergents([1] + [2] * 60):
    pass
print(p, q)
def egcd(a, b):
    x0, x1, y0, y1 = 0, 1, 1, 0
    while a != 0:
        q, b, a = b // a, a, b % a
        y0, y1 = y1, y0 - q * y1
        x0, x1 = x1, x0 - q * x1
    return b, x0, y0
print(egcd(240, 46))

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(islice(fib(), 100))[-1])
for i, f in enumerate(fib()):
    if i > 100:
        break
print(f)

def multiplied(a, b):
    return [[a[0][0]*b[0][0] + a[0][1]*b[1][0], a[0][0]*b[0][1] + a[0][1]*b[1][1]],
            [a[1][0]*b[0][0] + a[1][1]*b[1][0], a[1][0]*b[0][1] + a[1][1]*b[1][1]]]
def matrix_power(m, n):
    result = [[1, 0], [0, 1]]
    while n:
        if n & 1:
            result = multiplied(result, m)
        m = multiplied(m, m)
        n >>= 1
    return result
print(matrix_power([[1, 1], [1, 0]], 200)[0][1])

def partitions(n):
    p = [1] + [0] * n
    for k in range(1, n + 1):
        for i in range(k, n + 1):
            p[i] += p[i - k]
    return p[n]
print(partitions(100), partitions(600))
def stirling(n):
    t = [[0] * (n + 1) for _ in range(n + 1)]
    t[0][0] = 1
    for i in range(1, n + 1):
        for j in range(1, i + 1):
            t[i][j] = j * t[i - 1][j] + t[i - 1][j - 1]
    return max(t[n])
print(stirling(40))
def paths(n):
    g = [[1] * n for _ in range(n)]
    for i in range(1, n):
        for j in range(1, n):
            g[i][j] = g[i - 1][j] + g[i][j - 1]
    return g[n - 1][n - 1]
print(paths(40))
def change(coins, total):
    ways = [0] * (total + 1)
    ways[0] = 1
    for c in coins:
        for t in range(c, total + 1):
            ways[t] += ways[t - c]
    return ways[total]
print(change([1, 5, 10, 25, 50], 100))

def step(older, newer, factor):
    kept = older[0]
    older[0] = newer[0]
    newer[0] = newer[0] * factor + kept


def series(rounds):
    numerator, denominator = [0], [1]
    for _ in range(rounds):
        step(numerator, denominator, 2)
    return numerator[0], denominator[0]


print(series(90))
