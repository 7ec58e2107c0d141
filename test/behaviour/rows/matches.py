import re
from dataclasses import dataclass

LINE = re.compile(r"^(?P<time>\S+) \[(?P<level>\w+)\] (.*)$")
PAIR = re.compile(r"(\w+)=(\d+)")


@dataclass
class Entry:
    time: str
    level: str
    text: str
    values: dict[str, int]


def parse(line: str) -> Entry | None:
    found = LINE.match(line)
    if not found:
        return None
    values = {pair.group(1): int(pair[2]) for pair in PAIR.finditer(line)}
    return Entry(found.group("time"), found["level"], found[3], values)


for line in ["10:00 [INFO] started port=80 workers=4", "nonsense", "10:05 [WARN] täglich slow=1"]:
    entry = parse(line)
    if entry is None:
        print("skipped", line)
        continue
    print(entry.time, entry.level, entry.text, sorted(entry.values.items()))
for found in re.finditer("[a-z]+", "ab, é cd"):
    print(found.group(), found.start(), found.end())
