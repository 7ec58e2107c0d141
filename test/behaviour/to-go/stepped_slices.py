"""Slices whose step only the running program knows."""


def sieve(limit: int) -> list[int]:
    flags = [True] * (limit + 1)
    flags[0:2] = [False, False]
    for p in range(2, int(limit**0.5) + 1):
        if flags[p]:
            flags[p * p :: p] = [False] * len(flags[p * p :: p])
    return [n for n, flag in enumerate(flags) if flag]


def survivors(numbers):
    kept = []
    while numbers:
        kept.append(numbers[0])
        del numbers[:: numbers[0]]
    return kept


def every(text, step):
    return text[::step]


def columns(values, width):
    return [values[i::width] for i in range(width)]


def loops():
    total = 0
    for i in range(4):
        total += i
    for i in range(total - 4):
        print("again")
    for i in range(total, 0, -2):
        print("down")
    return total


print(sieve(40))
print(survivors(list(range(2, 30))))
print(every("interlinear", 2), every("interlinear", -3), every([1, 2, 3, 4, 5], -2))
print(columns([1, 2, 3, 4, 5, 6, 7], 3))
letters = list("abcdefgh")
del letters[1::3]
print(letters)
del letters[::-2]
print(letters)
print(loops())
