class State(int):
    """Says how far a job is."""

    def __str__(self) -> str:
        if self == PENDING:
            return "pending"
        elif self == RUNNING:
            return "running"
        elif self == DONE:
            return "done"
        return "unknown"

    def finished(self) -> bool:
        """Reports whether nothing is left to do."""
        return self == DONE


PENDING = State(0)
RUNNING = State(1)
DONE = State(2)
