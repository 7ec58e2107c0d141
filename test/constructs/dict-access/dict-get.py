def port(settings: dict[str, int]) -> int:
    return settings.get("port", 8080)
