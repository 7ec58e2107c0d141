def describe(value: int | str) -> str:
    if isinstance(value, int):
        return f"number {value + 1}"
    return f"text {value.upper()}"
