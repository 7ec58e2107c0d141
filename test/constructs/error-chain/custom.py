class NotFoundError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(f"not found: {key}")
        self.key = key


def find(table: dict[str, int], key: str) -> int:
    if key not in table:
        raise NotFoundError(key)
    return table[key]
