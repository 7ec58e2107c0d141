"""Functions with defaults that the library applies."""

from concurrent.futures import ThreadPoolExecutor
def f(n, start=3, *, scale=1):
    return n * start * scale
class A:
    def __init__(self):
        self.k = 2
    def g(self, n, extra=10):
        return n * self.k + extra
a = A()
with ThreadPoolExecutor() as ex:
    print(list(ex.map(f, [1, 2, 3])))
    futs = [ex.submit(f, n) for n in range(3)]
    print([u.result() for u in futs])
    print(list(ex.map(a.g, [1, 2, 3])))
print(list(map(f, [1,2])), list(map(a.g, [1, 2])), sorted([3, 1, 2], key=f))
