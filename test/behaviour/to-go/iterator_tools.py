import itertools
import operator
from functools import partial, reduce, cmp_to_key
from itertools import accumulate, chain, combinations, groupby, permutations, product, takewhile, dropwhile, zip_longest, pairwise, starmap, count, cycle, repeat, islice


def main() -> None:
    for x, y in product([1, 2], "ab"):
        print(x, y)
    for a, b in combinations([1, 2, 3], 2):
        print(a, b, end=";")
    print()
    print(list(permutations([1, 2, 3], 2)))
    print([sum(p) for p in product([0, 1], repeat=3)])
    words = ["apple", "avocado", "banana", "blueberry", "cherry"]
    for letter, group in groupby(words, key=lambda w: w[0]):
        print(letter, list(group))
    runs = [(k, len(list(g))) for k, g in groupby("aaabbc")]
    print(runs)
    print(list(accumulate([1, 2, 3, 4])))
    print(list(accumulate([1, 2, 3, 4], operator.mul)))
    print(list(accumulate([3, 1, 4, 1, 5], max)))
    print(list(chain([1, 2], [3], (4, 5))))
    print(list(chain.from_iterable([[1], [2, 3]])))
    print(list(takewhile(lambda n: n < 10, (n * n for n in count(1)))))
    print(list(dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
    print(list(zip_longest([1, 2, 3], [4], fillvalue=0)))
    print(list(pairwise([1, 4, 9, 16])))
    print(list(starmap(pow, [(2, 3), (3, 2)])))
    print(list(islice(cycle("abc"), 7)))
    print(list(repeat("x", 3)))
    print(list(islice(count(10, 5), 4)))
    for i, name in zip(count(1), ["ann", "bob"]):
        print(i, name)
    print(reduce(operator.mul, range(1, 6)))
    print(reduce(lambda acc, w: acc + len(w), words, 0))
    people = [("ann", 30), ("bob", 25), ("cid", 30)]
    print(sorted(people, key=operator.itemgetter(1)))
    print(sorted(people, key=operator.itemgetter(1, 0), reverse=True))
    print(max(people, key=lambda p: p[1]))
    print(sorted(words, key=cmp_to_key(lambda a, b: len(a) - len(b))))
    double = partial(operator.mul, 2)
    print(list(map(double, [1, 2, 3])))
    power = partial(pow, 2)
    print(power(10))
    it1, it2 = itertools.tee([1, 2, 3])
    print(sum(it1), max(it2))
    print(list(itertools.compress("abcd", [1, 0, 1, 1])))
    print(list(itertools.islice("abcdefg", 2, None, 2)))
    print(any(map(str.isdigit, ["a", "1"])), list(filter(None, [0, 1, 2])))
    print(list(itertools.combinations_with_replacement("ab", 2)))
    print(list(itertools.filterfalse(lambda n: n % 2, range(6))))


if __name__ == "__main__":
    main()
