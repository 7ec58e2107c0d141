"""Sets that are changed in place."""


def topological(needs: dict[str, set[str]]) -> list[str]:
    order: list[str] = []
    pending = {name: set(others) for name, others in needs.items()}
    while pending:
        ready = [name for name, others in pending.items() if not others]
        if not ready:
            raise ValueError("cycle: " + ", ".join(pending))
        for name in ready:
            order.append(name)
            del pending[name]
        for others in pending.values():
            others.difference_update(ready)
    return order


def common(first: set[int], *others: list[int]) -> list[int]:
    result = set(first)
    for numbers in others:
        result.intersection_update(numbers)
    return sorted(result)


print(topological({"app": {"lib", "log"}, "lib": {"log"}, "log": set()}))
try:
    topological({"a": {"b"}, "b": {"a"}})
except ValueError as error:
    print(error)
print(common({1, 2, 3, 4}, [2, 3, 9], [3, 2]))
seen = {1, 2, 3}
seen.difference_update({1})
seen.difference_update(number for number in range(3))
print(sorted(seen))
