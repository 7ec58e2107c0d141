"""A worker that logs what it does, with values that the logger puts into its messages."""

import logging

logger = logging.getLogger(__name__)


class Worker:
    def __init__(self, name: str) -> None:
        self.name = name
        self.logger = logging.getLogger(f"worker.{name}")

    def run(self, count: int) -> int:
        self.logger.info("starting %d jobs", count)
        done = 0
        for i in range(count):
            try:
                self.job(i)
                done += 1
            except ValueError as e:
                logger.error("job %d failed: %s", i, e)
            except Exception:
                logger.exception("unexpected error in job %d", i)
        logger.warning("done with %s after %.2f s", self.name, 1.5)
        return done

    def job(self, i: int) -> None:
        if i == 1:
            raise ValueError("odd one")
        logging.debug("job %d of %r", i, self.name)


logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
print(Worker("w1").run(3))
