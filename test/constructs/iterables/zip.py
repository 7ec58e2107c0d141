def scores(names: list[str], points: list[int]) -> dict[str, int]:
    result = {}
    for name, point in zip(names, points):
        result[name] = point
    return result
