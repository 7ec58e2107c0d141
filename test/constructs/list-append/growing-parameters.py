def add_all(target, more):
    for item in more:
        target.append(item)


def subsets(numbers):
    found = []

    def extend(start, path):
        found.append(path[:])
        for i in range(start, len(numbers)):
            path.append(numbers[i])
            extend(i + 1, path)
            path.pop()

    extend(0, [])
    return found


def joined(first: list[int], second: list[int]) -> list[int]:
    first.extend(second)
    return first


def main():
    numbers = [1]
    add_all(numbers, [2, 3])
    print(numbers, subsets(numbers))
    print(joined([1, 2], [3]))


main()
