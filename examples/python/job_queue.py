"""A queue of jobs with priorities, in which a failed job is tried again."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

MAX_ATTEMPTS = 3


class Status(Enum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class TemporaryError(Exception):
    """The job may succeed when it is tried again."""


@dataclass
class Job:
    name: str
    priority: int
    attempts: int = 0
    status: Status = Status.WAITING


@dataclass
class JobQueue:
    """Gives the most urgent job first, and of equally urgent ones the older."""

    entries: list[tuple[int, int]] = field(default_factory=list)
    jobs: dict[int, Job] = field(default_factory=dict)
    next_number: int = 0

    def push(self, job: Job) -> None:
        number = self.next_number
        self.next_number += 1
        self.jobs[number] = job
        heapq.heappush(self.entries, (-job.priority, number))

    def pop(self) -> Job:
        _, number = heapq.heappop(self.entries)
        return self.jobs.pop(number)

    def __len__(self) -> int:
        return len(self.entries)


def send_mail(job: Job) -> str:
    if job.attempts < 2:
        raise TemporaryError("mail server is busy")
    return f"mail sent at attempt {job.attempts}"


def build_report(job: Job) -> str:
    return f"report ready after {job.attempts} attempt"


def import_orders(job: Job) -> str:
    raise TemporaryError(f"no answer from the shop, attempt {job.attempts}")


def drain(queue: JobQueue, handlers: dict[str, Callable[[Job], str]]) -> list[Job]:
    """Runs every job until it is done or was tried too often."""
    finished: list[Job] = []
    while len(queue) > 0:
        job = queue.pop()
        handler = handlers.get(job.name)
        if handler is None:
            print(f"{job.name}: nobody handles this")
            job.status = Status.FAILED
            finished.append(job)
            continue
        job.attempts += 1
        try:
            result = handler(job)
        except TemporaryError as error:
            print(f"{job.name}: {error}")
            if job.attempts < MAX_ATTEMPTS:
                queue.push(job)
                continue
            job.status = Status.FAILED
        else:
            print(f"{job.name}: {result}")
            job.status = Status.DONE
        finished.append(job)
    return finished


def main() -> None:
    queue = JobQueue()
    queue.push(Job("mail", 1))
    queue.push(Job("report", 5))
    queue.push(Job("import", 3))
    queue.push(Job("backup", 1))

    handlers = {"mail": send_mail, "report": build_report, "import": import_orders}
    finished = drain(queue, handlers)

    for title, status in (("done", Status.DONE), ("failed", Status.FAILED)):
        names = [job.name for job in finished if job.status is status]
        if names:
            print(f"{title:<8} {', '.join(names)}")


if __name__ == "__main__":
    main()
