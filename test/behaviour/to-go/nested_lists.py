def depth(tree):
    if isinstance(tree, list):
        return 1 + max([depth(t) for t in tree] + [0])
    return 0


def total(tree):
    result = 0
    for item in tree:
        if isinstance(item, list):
            result += total(item)
        else:
            result += item
    return result


def describe(value):
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int " + str(value)
    if isinstance(value, str):
        return "text " + value
    if isinstance(value, list):
        return "list of " + str(len(value))
    return "other"


def size(v):
    if isinstance(v, str):
        return len(v)
    elif isinstance(v, list):
        return sum(size(x) for x in v)
    return 1


print(depth([1, [2, [3, []]]]), depth(5))
print(total([1, [2, 3], [4, [5, [6]]]]))
for v in [1, "a", [1, 2], True]:
    print(describe(v))
print(size("abc"), size(["a", "bc", ["d"]]), size(7))
pair = (3, "x")


def join(n, s):
    return s * n


print(join(*pair))
print(describe([["a"], "b"]), describe(5))
