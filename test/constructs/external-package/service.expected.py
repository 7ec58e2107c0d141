from dataclasses import dataclass
from typing import Any

# TODO(interlinear): Nothing is known of the package `example.com/inventory/store`: its names are kept, and are to come from a Python module.
#     "example.com/inventory/store"
import store


@dataclass
class Service:
    db: Any = None

    def adults(self, limit: int) -> list[str]:
        return [
            record.name
            for record in self.db.records(limit)
            if record.kind == store.KindPerson and record.age >= 18
        ]


def new(url: str) -> Service:
    try:
        db = store.open(url, store.Options(retries=3))
    except Exception as err:
        raise RuntimeError(f"open {url}: {err}") from err
    return Service(db)
