"""Checks several services at once and reports which of them answer."""

import asyncio
from dataclasses import dataclass


class Unhealthy(Exception):
    """A service answered, but not as it should."""


@dataclass
class Report:
    service: str
    healthy: bool
    detail: str


async def probe(service: str, delay: float) -> str:
    """Stands for a request over the network."""
    await asyncio.sleep(delay)
    if service.endswith("-old"):
        raise Unhealthy(f"{service}: version no longer supported")
    return f"{service}: ok"


async def check(service: str, delay: float) -> Report:
    try:
        detail = await probe(service, delay)
    except Unhealthy as error:
        return Report(service, False, str(error))
    return Report(service, True, detail)


async def check_all(services: list[str]) -> list[Report]:
    reports = await asyncio.gather(
        *[check(service, 0.01 * position) for position, service in enumerate(services)]
    )
    return list(reports)


async def main() -> None:
    reports = await check_all(["accounts", "billing-old", "search"])
    for report in reports:
        mark = "+" if report.healthy else "-"
        print(f"{mark} {report.detail}")
    failed = [report.service for report in reports if not report.healthy]
    print(f"{len(failed)} of {len(reports)} failed: {failed}")


if __name__ == "__main__":
    asyncio.run(main())
