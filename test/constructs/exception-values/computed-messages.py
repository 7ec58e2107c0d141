"""Validation errors that compute their message."""
from dataclasses import dataclass, field


class ValidationError(ValueError):
    def __init__(self, field_name: str, problems: list[str]) -> None:
        text = "; ".join(problems)
        if len(problems) > 1:
            text = f"{len(problems)} problems: {text}"
        super().__init__(f"{field_name}: {text}")
        self.field_name = field_name
        self.problems = list(problems)

    def __str__(self) -> str:
        return f"<{self.field_name}> {super().__str__()}"


class LimitError(Exception):
    def __init__(self, limit: int, actual: int):
        self.limit = limit
        self.actual = actual

    def __str__(self) -> str:
        return f"limit {self.limit} exceeded by {self.over}"

    @property
    def over(self) -> int:
        return self.actual - self.limit


@dataclass
class Report:
    errors: list[Exception] = field(default_factory=list)

    def add(self, exc: Exception) -> None:
        self.errors.append(exc)

    def summary(self) -> list[str]:
        return [f"{type(e).__name__}={e}" for e in self.errors]


def check(name: str, age: int) -> None:
    problems = []
    if not name:
        problems.append("empty")
    if name != name.strip():
        problems.append("blanks around")
    if problems:
        raise ValidationError("name", problems)
    if age > 120:
        raise LimitError(120, age)


report = Report()
for name, age in [("ann", 3), ("", 4), (" bob", 5), ("eve", 130)]:
    try:
        check(name, age)
    except (ValidationError, LimitError) as exc:
        report.add(exc)
    else:
        print("ok", name)
print(report.summary())
try:
    check(" ", 1)
except ValueError as exc:
    print("value error:", exc)
