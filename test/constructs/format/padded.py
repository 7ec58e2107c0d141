def row(name: str, price: float, count: int) -> str:
    return f"{name:<10}|{price:8.2f}|{count:03d}"
