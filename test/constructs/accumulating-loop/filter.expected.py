def adults(ages: list[int]) -> list[int]:
    return [age for age in ages if age >= 18]
