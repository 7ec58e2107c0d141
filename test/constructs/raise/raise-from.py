class ConfigError(Exception):
    pass


def read_port(text: str) -> int:
    port = int(text)
    if port < 1:
        raise ConfigError(f"bad port {port}")
    return port
