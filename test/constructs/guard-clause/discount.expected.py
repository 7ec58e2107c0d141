def discount(price: float, is_member: bool) -> float:
    if price <= 0.0:
        return 0.0
    if not is_member:
        return price
    return price * 0.9
