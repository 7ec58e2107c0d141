def port(settings: dict[str, int]) -> int:
    if "port" in settings:
        value = settings["port"]
        return value
    return 8080
