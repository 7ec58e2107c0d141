from dataclasses import dataclass


@dataclass
class User:
    name: str


def find(users: list[User], name: str) -> User | None:
    for user in users:
        if user.name == name:
            return user
    return None
