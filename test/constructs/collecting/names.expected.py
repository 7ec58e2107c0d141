from dataclasses import dataclass


@dataclass
class User:
    name: str = ""
    age: int = 0


def adult_names(users: list[User]) -> list[str]:
    return [u.name.upper() for u in users if u.age >= 18]
