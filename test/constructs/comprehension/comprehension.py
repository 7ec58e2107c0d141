def long_names(names: list[str], limit: int) -> list[str]:
    return [name.upper() for name in names if len(name) > limit]
