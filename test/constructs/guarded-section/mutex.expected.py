from dataclasses import dataclass, field
from threading import Lock


@dataclass
class Counter:
    """Counter may be used from several goroutines."""

    mu: Lock = field(default_factory=Lock)
    count: int = 0

    def add(self) -> None:
        """Counts one more."""
        with self.mu:
            self.count += 1
