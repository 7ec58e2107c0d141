"""Functions that make functions, used with values of several types."""


def compose(f, g):
    """The one after the other."""
    return lambda x: f(g(x))


def curry(f):
    return lambda a: lambda b: f(a, b)


def take(n):
    def go(items):
        return items[:n]

    return go


def first(pair):
    return pair[0]


def second(pair):
    return pair[1]


def scaled(factor):
    return lambda value: value * factor


def fold(f, start, items):
    result = start
    for item in items:
        result = f(result, item)
    return result


def until(done):
    def step(f):
        def go(value):
            while not done(value):
                value = f(value)
            return value

        return go

    return step


def counted(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return sorted(sorted(counts.items()), key=compose(lambda n: -n, second))


def main():
    increment = curry(lambda a, b: a + b)(1)
    print(increment(41))
    print(compose(len, str)(12345))
    print(compose(lambda text: text.upper(), first)(("one", 2)))
    print(take(2)([3, 1, 2]), take(3)("abcdef"))
    print(scaled(3)(4), scaled(0.5)(5.0))
    print(fold(lambda a, b: a + b, 0, [1, 2, 3]))
    print(fold(lambda a, b: a + b, "", ["x", "y"]))
    print(until(lambda n: n > 100)(lambda n: n * 2)(7))
    print(compose(str.upper, str.strip)(" padded "), until.__name__, compose.__doc__)
    print(counted("to be or not to be".split()))


main()
