def report(values: list[float]) -> None:
    for v in values:
        print("%5i|%d|%-6d|%06d|%+d" % (v, v, v, v, v))


report([2.9, -2.9, -0.5, 0.0, 1e20, 123456.0])
