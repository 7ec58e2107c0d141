from dataclasses import dataclass


@dataclass
class Person:
    name: str
    age: int


def by_age(people: list[Person]) -> list[Person]:
    return sorted(people, key=lambda person: person.age)
