"""Summarises the access log of a web server."""

import re
from collections import defaultdict
from dataclasses import dataclass

LINE = re.compile(r'^(\S+) \[([^\]]+)\] "(\w+) (\S+)" (\d{3}) (\d+)ms$')

SAMPLE = """\
10.0.0.1 [09:00:01] "GET /orders" 200 12ms
10.0.0.2 [09:00:02] "GET /orders/7" 404 3ms
10.0.0.1 [09:00:02] "POST /orders" 201 48ms
this line was cut off
10.0.0.3 [09:00:05] "GET /orders" 200 15ms
10.0.0.3 [09:00:09] "GET /health" 200 1ms
10.0.0.1 [09:00:11] "POST /orders" 500 97ms
"""


@dataclass(frozen=True)
class Request:
    client: str
    method: str
    path: str
    status: int
    duration: int


def parse(line: str) -> Request:
    """Reads one line; raises ValueError where it is not a request."""
    match = LINE.match(line)
    if match is None:
        raise ValueError(f"not a request: {line}")
    return Request(
        client=match.group(1),
        method=match.group(3),
        path=match.group(4),
        status=int(match.group(5)),
        duration=int(match.group(6)),
    )


def percentile(values: list[int], percent: int) -> int:
    """The nearest-rank percentile; the values must not be empty."""
    ordered = sorted(values)
    rank = (len(ordered) * percent + 99) // 100
    return ordered[max(rank, 1) - 1]


def main() -> None:
    requests: list[Request] = []
    skipped = 0
    for line in SAMPLE.splitlines():
        try:
            requests.append(parse(line))
        except ValueError as error:
            print(error)
            skipped += 1
    print(f"{len(requests)} requests, {skipped} lines skipped")

    by_status: dict[str, int] = {}
    for request in requests:
        group = f"{request.status // 100}xx"
        by_status[group] = by_status.get(group, 0) + 1
    for status in sorted(by_status):
        print(f"  {status}: {by_status[status]}")

    durations: defaultdict[str, list[int]] = defaultdict(list)
    for request in requests:
        durations[f"{request.method} {request.path}"].append(request.duration)
    print("endpoints:")
    for endpoint in sorted(durations):
        times = durations[endpoint]
        average = sum(times) / len(times)
        print(f"  {endpoint:<16} {average:6.1f} ms on average, p90 {percentile(times, 90)} ms")

    clients = {request.client for request in requests}
    print(len(clients), "clients:", ", ".join(sorted(clients)))
    failures = [request.path for request in requests if request.status >= 500]
    if failures:
        print("failed:", ", ".join(failures))


if __name__ == "__main__":
    main()
