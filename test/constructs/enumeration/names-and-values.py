from enum import Enum, Flag, IntEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class State(Enum):
    OPEN = "open"
    DONE = "done"


class Access(Flag):
    READ = auto()
    WRITE = auto()


def parse(text: str) -> str:
    try:
        return State(text).name
    except ValueError as error:
        return str(error)


for state in State:
    print(state, state.name, state.value)
print(Level.HIGH > Level.LOW, Level.LOW + 1, parse("done"), parse("lost"))
access = Access.READ | Access.WRITE
print(Access.READ in access, (access & ~Access.READ) == Access.WRITE, access.value)
