def both(a: int, b: int) -> tuple[int, int]:
    return a + b, a * b


point = (1, 2.5)
print("%d %.1f" % point)
print("%d and %d" % both(3, 4))
print("%r is %5d|%-5d|%05d" % ((1, 2), 1, 2, 3))
print("%*d|%-*s|" % (6, 42, 8, "ab"))
print("%(name)s: %(count)03d" % {"name": "x", "count": 7})
print("{:0{}d}|{:>{w}}|{:.{p}f}".format(7, 4, "x", 3.14159, w=5, p=2))
