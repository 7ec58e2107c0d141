def numbers(limit):
    print("open")
    try:
        for i in range(limit):
            yield i
    finally:
        print("closed")


def take(gen, n):
    out = [next(gen) for _ in range(n)]
    gen.close()
    return out


def main():
    gen = numbers(10)
    print(next(gen), next(gen))
    gen.close()
    print(next(gen, -1))
    print(take(numbers(4), 2))
    rest = numbers(3)
    for x in rest:
        if x == 1:
            break
    rest.close()
    print(list(rest))


main()
