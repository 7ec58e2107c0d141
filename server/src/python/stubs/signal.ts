/** Signatures of Python's `signal`. */
export default `
SIGINT: int
SIGTERM: int
SIGHUP: int
SIGKILL: int
SIGALRM: int
SIGUSR1: int
def signal(signum: int, handler: Any) -> Any: ...
def alarm(seconds: int) -> int: ...
def pause() -> None: ...
`;
