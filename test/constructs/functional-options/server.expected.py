import datetime
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Server:
    address: str = ""
    timeout: datetime.timedelta = field(default_factory=datetime.timedelta)


Option = Callable[[Server], None]


def with_timeout(timeout: datetime.timedelta) -> Option:
    def function(s: Server) -> None:
        s.timeout = timeout

    return function


def new_server(address: str, *options: Option) -> Server:
    s = Server(address, datetime.timedelta(seconds=30))
    for apply in options:
        apply(s)
    return s
