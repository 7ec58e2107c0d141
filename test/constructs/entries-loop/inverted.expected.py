def invert(ages: dict[str, int]) -> dict[int, str]:
    names: dict[int, str] = {}
    for name, age in ages.items():
        names[age] = name
    return names
