def label(count: int) -> str:
    return "item" if count == 1 else "items"
