import sys

sys.setrecursionlimit(10 ** 6)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def digits(n):
    r = 0
    while n > 0:
        r = r * 10 + n % 10
        n //= 10
    return r
def count(limit):
    total = 0
    for i in range(limit):
        total += i
        if i % 3 == 0:
            total += 2
    return total
def running(xs):
    out = [0]
    for x in xs:
        out.append(out[-1] + x)
    return out
def power_of_two(n):
    p = 1
    while p < n:
        p *= 2
    return p
def dist(a, b):
    m = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        m[i][0] = i
    for j in range(len(b) + 1):
        m[0][j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            m[i][j] = min(m[i - 1][j] + 1, m[i][j - 1] + 1, m[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    return m[-1][-1]
def egcd(a, b):
    x0, x1, y0, y1 = 0, 1, 1, 0
    while a != 0:
        q, b, a = b // a, a, b % a
        y0, y1 = y1, y0 - q * y1
        x0, x1 = x1, x0 - q * x1
    return b, x0, y0
def lcg(seed):
    while True:
        seed = (1103515245 * seed + 12345) % 2147483648
        yield seed
def area(pts):
    s = 0
    for (a, b), (c, d) in zip(pts, pts[1:]):
        s += a * d - b * c
    return s
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
def sieve(n):
    ok = [True] * (n + 1)
    i = 2
    while i * i <= n:
        if ok[i]:
            for j in range(i * i, n + 1, i):
                ok[j] = False
        i += 1
    return [p for p in range(2, n + 1) if ok[p]]
def fib_below(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b
print(digits(12345), count(1000), running([1, 2, 3]), power_of_two(1000), dist("kitten", "sitting"))
print(egcd(240, 46), next(lcg(42)), area([(0, 0), (4, 0), (4, 3)]), collatz(27), len(sieve(1000)), list(fib_below(1000)))
print(depth(2500))
