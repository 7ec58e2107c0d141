from dataclasses import dataclass


@dataclass
class Employee:
    name: str = ""
    department: str = ""
    salary: int = 0


def by_department(staff: list[Employee]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for e in staff:
        groups.setdefault(e.department, []).append(e.name)
    return groups


def high_paid(staff: list[Employee], limit: int) -> list[str]:
    return [e.name for e in staff if e.salary > limit]


def main() -> None:
    staff = [
        Employee("Ann", "IT", 50),
        Employee("Bob", "HR", 40),
        Employee("Cid", "IT", 30),
    ]
    print(
        f"[{' '.join(by_department(staff).get('IT', []))}]",
        f"[{' '.join(high_paid(staff, 35))}]",
    )


if __name__ == "__main__":
    main()
