def answer(command: str) -> str:
    match command:
        case "start" | "run":
            return "running"
        case "stop":
            return "stopped"
        case _:
            return "unknown"
