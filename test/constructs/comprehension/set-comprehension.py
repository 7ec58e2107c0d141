def domains(addresses: list[str]) -> set[str]:
    return {address.split("@")[1] for address in addresses}
