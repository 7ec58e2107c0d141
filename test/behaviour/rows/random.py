import random


def within(low: float, high: float, values: list[float]) -> bool:
    return min(values) >= low and max(values) <= high


def numbers(low: int, high: int) -> None:
    print(within(0, 1, [random.random() for _ in range(50)]), within(0, 9, [random.randrange(10) for _ in range(50)]))
    print(sorted({random.randint(low, high) for _ in range(500)}) == list(range(low, high + 1)))
    print(sorted({random.randrange(low, high) for _ in range(500)}) == list(range(low, high)))
    print(within(-1.5, 2.5, [random.uniform(-1.5, 2.5) for _ in range(50)]), random.expovariate(2.0) >= 0)
    print(within(0, 7, [random.getrandbits(3) for _ in range(50)]), random.getrandbits(62) >= 0, random.getrandbits(0))
    print(abs(random.gauss(5.0, 0.0)), random.normalvariate(-5.0, 0.0), abs(random.gauss(0.0, 1.0)) < 100)


def choosing(words: list[str], letters: str) -> None:
    print(random.choice(words) in words, random.choice(letters) in letters)
    shuffled = list(words)
    random.shuffle(shuffled)
    print(sorted(shuffled) == sorted(words), len(set(random.sample(words, 2))), len(random.sample(words, k=3)))
    print(len(random.choices(words, k=7)), set(random.choices(words, k=7)) <= set(words))


numbers(-2, 3)
choosing(["a", "b", "c"], "xyé")
