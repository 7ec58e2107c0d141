from dataclasses import dataclass


@dataclass
class Logger:
    prefix: str = ""

    def log(self, message: str) -> None:
        print(self.prefix + ": " + message)


@dataclass
class Service:
    logger: Logger = None
    name: str = ""


def new_service(name: str) -> Service:
    return Service(Logger(name), name)


def main() -> None:
    service = new_service("billing")
    service.logger.log("started")


if __name__ == "__main__":
    main()
