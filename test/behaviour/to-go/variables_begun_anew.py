"""Variables that get a value which nothing reads before they get another, and ranges whose end is far away."""


def settle(n: int, p: int) -> int:
    rest = 0
    while n > 3:
        rest = (n * n) % p
        n = rest // 7
    return n


def squares(n, p):
    rest = 0
    while n > 3:
        rest = (n * n) % p
        n = rest % 7
    return n


def witness(n, p):
    for z in range(2, p):
        if z * z > n:
            break
    return z


def last(words: list[str]) -> str:
    found = ""
    for word in words:
        found = ""
        for letter in word:
            found = letter
        print(found)
    return found


print(settle(10, 13), squares(41665, 10**30), squares(10, 13))
print(witness(50, 20), witness(1000, 10**40))
print(last(["ab", "", "c"]))
