import logging

logger = logging.getLogger(__name__)


class Store:
    def __init__(self, name: str) -> None:
        self.name = name
        self.log = logging.getLogger(f"store.{name}")
        self.calls = 0

    def info(self, text: str, count: int) -> str:
        self.calls += 1
        return text + str(count)

    def load(self, text: str) -> int:
        try:
            return int(text)
        except ValueError as error:
            self.log.warning("no number in %s: %s", self.name, error)
            logger.exception("failed after %d calls, %.1f %% done", self.calls, 12.5)
            logging.error("text %r", text)
            return -1


store = Store("main")
print(store.load("12"), store.load("x"))
print(store.info("%d things ", 3), store.calls)
logger.info("%s", store.calls)
