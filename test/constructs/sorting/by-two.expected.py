from dataclasses import dataclass


@dataclass
class Person:
    name: str = ""
    age: int = 0


def by_age(people: list[Person]) -> None:
    people.sort(key=lambda a: (a.age, a.name))
