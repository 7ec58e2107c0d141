"""Writes and reads JSON many times: what parsing costs where Python's parser is written in C.

Run "Interlinear: Verify Translation" here to see both languages do it on this machine.
"""

import json
from dataclasses import asdict, dataclass


@dataclass
class Reading:
    sensor: str
    value: float
    seconds: int


def encode(readings: list[Reading]) -> str:
    return json.dumps([asdict(reading) for reading in readings])


def decode(text: str) -> list[Reading]:
    return [Reading(**entry) for entry in json.loads(text)]


def main() -> None:
    readings = [Reading(f"sensor {n % 7}", n * 0.5, n) for n in range(20_000)]
    total = 0.0
    count = 0
    for _ in range(10):
        for reading in decode(encode(readings)):
            total += reading.value
            count += 1
    print(f"{count} readings, {total:.1f} in all")


if __name__ == "__main__":
    main()
