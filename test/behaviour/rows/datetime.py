import datetime
from datetime import date, timedelta, timezone


def sums(weeks: int, days: int, hours: int, minutes: int, seconds: int, milliseconds: int, microseconds: int) -> None:
    print(timedelta(), timedelta(days))
    print(timedelta(weeks=weeks))
    print(timedelta(days=days))
    print(timedelta(hours=hours))
    print(timedelta(minutes=minutes))
    print(timedelta(seconds=seconds))
    print(timedelta(milliseconds=milliseconds))
    print(timedelta(microseconds=microseconds))
    print(timedelta(weeks=weeks, days=days), timedelta(weeks=weeks, hours=hours), timedelta(weeks=weeks, minutes=minutes), timedelta(weeks=weeks, seconds=seconds), timedelta(weeks=weeks, milliseconds=milliseconds), timedelta(weeks=weeks, microseconds=microseconds))
    print(timedelta(days=days, hours=hours), timedelta(days=days, minutes=minutes), timedelta(days=days, seconds=seconds), timedelta(days=days, milliseconds=milliseconds), timedelta(days=days, microseconds=microseconds))
    print(timedelta(hours=hours, minutes=minutes), timedelta(hours=hours, seconds=seconds), timedelta(hours=hours, milliseconds=milliseconds), timedelta(hours=hours, microseconds=microseconds))
    print(timedelta(minutes=minutes, seconds=seconds), timedelta(minutes=minutes, milliseconds=milliseconds), timedelta(minutes=minutes, microseconds=microseconds))
    print(timedelta(seconds=seconds, milliseconds=milliseconds), timedelta(seconds=seconds, microseconds=microseconds))
    print(timedelta(milliseconds=milliseconds, microseconds=microseconds))
    print(timedelta(days=days, hours=hours, minutes=minutes))
    print(timedelta(hours=hours, minutes=minutes, seconds=seconds))
    print(timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds))


def fractions(n: float) -> None:
    print(timedelta(weeks=n), timedelta(days=n), timedelta(hours=n), timedelta(minutes=n))
    print(timedelta(seconds=n), timedelta(milliseconds=n), timedelta(microseconds=n))


def arithmetic(a: timedelta, b: timedelta, n: int, x: float) -> None:
    print(a + b, a - b, a / b, a // b, a * n, n * a, a * x, a // n, (a // n) * n, a / x, a / n)
    print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == a)
    print(a.days, a.seconds, a.microseconds, a.total_seconds())


def moments(t: datetime.datetime, u: datetime.datetime, d: timedelta) -> None:
    print(t.year, t.month, t.day, t.hour, t.minute, t.second, t.microsecond)
    print(t.weekday(), t.isoweekday(), t.timetuple().tm_yday, t.toordinal())
    print(t.strftime("%d.%m.%y %H:%M:%S"), format(t, "%Y/%m/%d %j"), f"{t:%a %b}")
    print(t < u, t > u, t <= u, t >= u, t == u, t != u, t == t)
    print(t.isoformat(), t.isoformat(sep=" "), t.timestamp(), t.date())
    print(t + d, t - d, t - u, t.replace(microsecond=0), t.replace(hour=0, minute=0, second=0, microsecond=0))
    print(t.replace(tzinfo=timezone.utc), t.astimezone(timezone.utc))


def days(t: date, u: date, n: int, d: timedelta) -> None:
    print(t.year, t.month, t.day, t.weekday(), t.isoweekday(), t.timetuple().tm_yday, t.toordinal())
    print(t.strftime("%d.%m.%y"), format(t, "%Y/%m/%d"), t.isoformat(), (t - u).days, t - u)
    print(t < u, t > u, t <= u, t >= u, t == u, t != u, t == t)
    print(t + timedelta(days=n), t - timedelta(days=n), t + timedelta(weeks=n), t - timedelta(weeks=n))
    print(t + timedelta(n), t - timedelta(n), t + d, t - d, t.replace(day=11), t.replace(month=2, day=3))
    print(date.fromordinal(t.toordinal() + n), date.fromisoformat(t.isoformat()))


def made(y: int, m: int, d: int, h: int, i: int, s: int, u: int) -> None:
    print(datetime.datetime(y, m, d), datetime.datetime(y, m, d, h), datetime.datetime(y, m, d, h, i))
    print(datetime.datetime(y, m, d, h, i, s), datetime.datetime(y, m, d, h, i, s, u))
    print(datetime.datetime(y, m, d, tzinfo=timezone.utc), datetime.datetime(y, m, d, h, tzinfo=timezone.utc))
    print(datetime.datetime(y, m, d, h, i, tzinfo=timezone.utc), datetime.datetime(y, m, d, h, i, s, tzinfo=timezone.utc))
    print(datetime.datetime(y, m, d, h, i, s, u, tzinfo=timezone.utc), date(y, m, d))


def stamps(s: float) -> None:
    print(datetime.datetime.fromtimestamp(s, tz=timezone.utc), datetime.datetime.fromtimestamp(s).timestamp())
    print(datetime.datetime.utcfromtimestamp(s).timestamp())


def clocks() -> None:
    second = timedelta(seconds=5)
    print(datetime.datetime.today() - datetime.datetime.now() < second)
    print(datetime.datetime.now(tz=timezone.utc) - datetime.datetime.now(timezone.utc) < second)
    print(datetime.datetime.now(datetime.UTC) - datetime.datetime.now(timezone.utc) < second)
    print(datetime.datetime.utcnow().year >= 2024, date.today() >= date(2024, 1, 1))
    print(date.today() == datetime.datetime.now().date())


def parse(text: str) -> None:
    try:
        print(date.fromisoformat(text))
    except ValueError as error:
        print(error)


sums(1, 2, 3, 4, 5, 6, 7)
sums(0, -1, 25, -61, 3601, 2500, 1)
for n in [0.0, 1.5, -0.25, 0.1, 1 / 3, 0.0000015, 2.5]:
    fractions(n)
arithmetic(timedelta(hours=30, seconds=5), timedelta(minutes=7), 3, 1.5)
arithmetic(timedelta(microseconds=7), timedelta(microseconds=2), 2, 0.3)
arithmetic(timedelta(days=-1, minutes=1), timedelta(hours=-7), -2, -0.1)
arithmetic(timedelta(0), timedelta(days=1), 1, 2.0)
first = datetime.datetime(2024, 2, 29, 23, 59, 58, 250000)
second = datetime.datetime(1969, 12, 31, 12, 0, 0)
moments(first, second, timedelta(days=1, seconds=2))
moments(second, first, timedelta(microseconds=-1))
moments(datetime.datetime(1800, 1, 1, 5), datetime.datetime(1900, 9, 9), timedelta(days=300))
days(date(2024, 2, 29), date(2023, 12, 31), 1, timedelta(hours=36))
days(date(1969, 12, 31), date(2024, 1, 1), -40, timedelta(hours=-36))
days(date(1000, 1, 1), date(1000, 1, 1), 0, timedelta(0))
made(2024, 2, 29, 23, 59, 58, 250000)
made(1969, 1, 31, 0, 5, 0, 7)
for stamp in [0.0, 1709251198.25, -1.5, 0.000007, 1700000000.123457]:
    stamps(stamp)
clocks()
for text in ["2024-02-29", "", "x", "2024-2-9"]:
    parse(text)
