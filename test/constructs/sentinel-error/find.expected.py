from dataclasses import dataclass, field

# ErrNotFound says that there is no such user.
err_not_found = RuntimeError("user not found")


@dataclass
class User:
    id: int = 0
    name: str = ""


@dataclass
class Store:
    users: dict[int, User] = field(default_factory=dict)

    def find(self, id_: int) -> User:
        """Looks a user up."""
        if id_ not in self.users:
            raise err_not_found
        user = self.users[id_]
        return user

    def name_of(self, id_: int) -> str:
        """Gives the user's name, or a dash."""
        try:
            user = self.find(id_)
            err = None
        except Exception as error:
            user = User()
            err = error
        if error_is(err, err_not_found):
            return "-"
        if err is not None:
            raise err
        return user.name


def error_is(error: BaseException | None, target: BaseException | None) -> bool:
    """Tell whether an error, or one of those that caused it, is the target."""
    if error is None or target is None or error == target:
        return error == target
    own = getattr(error, "is_", None)
    if own and own(target):
        return True
    unwrap = getattr(error, "unwrap", None)
    inner = (
        unwrap() if unwrap else getattr(error, "exceptions", None) or error.__cause__
    )
    if isinstance(inner, (list, tuple)):
        return any(error_is(each, target) for each in inner)
    return inner is not None and error_is(inner, target)
