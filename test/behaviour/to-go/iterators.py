def tokens(text):
    for word in text.split():
        yield word


def first_or(words, default):
    it = iter(words)
    try:
        return next(it)
    except StopIteration:
        return default


def chunks(values, size):
    it = iter(values)
    while True:
        chunk = []
        for _ in range(size):
            try:
                chunk.append(next(it))
            except StopIteration:
                if chunk:
                    yield chunk
                return
        yield chunk


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.current = next(self.tokens, None)

    def advance(self) -> None:
        self.current = next(self.tokens, None)

    def expression(self) -> int:
        value = self.term()
        while self.current == "+":
            self.advance()
            value += self.term()
        return value

    def term(self) -> int:
        value = self.factor()
        while self.current == "*":
            self.advance()
            value *= self.factor()
        return value

    def factor(self) -> int:
        token = self.current
        assert token is not None
        self.advance()
        return int(token)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take_while_small(limit):
    result = []
    for value in fib():
        if value > limit:
            break
        result.append(value)
    return result


def running_average(values):
    total = 0.0
    count = 0
    for value in values:
        total += value
        count += 1
        yield total / count


def log_lines():
    yield from ("start", "work")
    yield "end"


def countdown(n: int):
    print("begin")
    try:
        while n > 0:
            yield n
            n -= 1
    finally:
        print("cleanup")


print(first_or(["a", "b"], "z"), first_or([], "z"))
print(list(chunks([1, 2, 3, 4, 5], 2)))
print(Parser("2 + 3 * 4 + 1").expression())
print(take_while_small(50))
print([round(x, 2) for x in running_average([1, 2, 4])])
print(list(log_lines()), ", ".join(log_lines()))
for n in countdown(3):
    print(n)
    if n == 2:
        break
gen = fib()
print([next(gen) for _ in range(5)])
print(next(gen), next(gen))
numbers = (n * n for n in range(10))
print(next(numbers), next(numbers))
print(sum(numbers))
print(list(numbers))
print(max(len(w) for w in log_lines()), sorted(log_lines(), key=len))
squares = map(lambda n: n * n, [1, 2, 3])
print(list(squares), list(squares))
evens = filter(lambda n: n % 2 == 0, range(10))
for e in evens:
    if e > 2:
        break
print(list(evens))
lines = iter(["a", "b", "c", "d"])
for line in lines:
    print(line, next(lines))
print(*log_lines(), sep="|")
a, b, *rest = log_lines()
print(a, b, rest)
print(any(w == "work" for w in log_lines()), "end" in log_lines(), tuple(log_lines()))
print(set(log_lines()) == {"start", "work", "end"}, len(list(log_lines())))
for i, (a, b) in enumerate(zip(fib(), log_lines())):
    print(i, a, b)
