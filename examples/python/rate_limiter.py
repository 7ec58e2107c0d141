"""Two ways to limit how often a client may call: a token bucket and a sliding window."""

from typing import Protocol


class Limiter(Protocol):
    def allow(self, now: float) -> bool: ...


class TokenBucket:
    """Refills at a steady rate and lets bursts through until it is empty."""

    def __init__(self, rate: float, capacity: int) -> None:
        if rate <= 0:
            raise ValueError(f"rate must be positive, not {rate}")
        self.rate = rate
        self.capacity = capacity
        self._tokens = float(capacity)
        self._updated = 0.0

    def _refill(self, now: float) -> None:
        elapsed = now - self._updated
        self._tokens = min(float(self.capacity), self._tokens + elapsed * self.rate)
        self._updated = now

    def allow(self, now: float) -> bool:
        self._refill(now)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class SlidingWindow:
    """Allows so many calls within any period of the given length."""

    def __init__(self, limit: int, period: float) -> None:
        self.limit = limit
        self.period = period
        self._calls: list[float] = []

    def allow(self, now: float) -> bool:
        self._calls = [call for call in self._calls if call > now - self.period]
        if len(self._calls) >= self.limit:
            return False
        self._calls.append(now)
        return True


def replay(limiter: Limiter, moments: list[float]) -> str:
    """Draws what the limiter said at each moment."""
    return "".join("+" if limiter.allow(moment) else "." for moment in moments)


def main() -> None:
    moments = [0.0, 0.1, 0.2, 0.3, 1.0, 1.5, 1.6, 2.5, 2.6, 2.7]
    print("bucket", replay(TokenBucket(rate=1.0, capacity=2), moments))
    print("window", replay(SlidingWindow(limit=3, period=1.0), moments))
    try:
        TokenBucket(rate=0.0, capacity=2)
    except ValueError as error:
        print("refused:", error)


if __name__ == "__main__":
    main()
