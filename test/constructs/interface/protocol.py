from typing import Protocol


class Notifier(Protocol):
    def notify(self, message: str) -> None: ...


class Console:
    def notify(self, message: str) -> None:
        print(message)


def broadcast(notifiers: list[Notifier], message: str) -> None:
    for notifier in notifiers:
        notifier.notify(message)
