import asyncio
import datetime
from datetime import date, datetime as dt, time, timedelta, timezone

now = dt.now()
print(now, now.isoformat(), date.today(), now.strftime("%Y-%m-%d %H:%M:%S.%f"), f"{now:%H:%M:%S}", now.time(), now.date(), now.timestamp())
print(dt.now(timezone.utc), dt.now(datetime.UTC).isoformat(), dt.now(timezone.utc).tzinfo)


async def main():
    start = dt.now()
    print("started", start.strftime("%X"))
    await asyncio.sleep(1.5)
    took = dt.now() - start
    print(took, took.total_seconds(), took.seconds, repr(took), f"{dt.now():%H:%M:%S}")
    await asyncio.gather(*(say(n) for n in (1, 2)))


async def say(n):
    await asyncio.sleep(n)
    print(n, dt.now().time().isoformat(timespec="milliseconds"))


asyncio.run(main())

d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.replace(year=2023, day=1), d + timedelta(days=1), d - date(2024, 1, 1), d.strftime("%A %d %B %Y %j %U"), d.ctime(), d.timetuple()[:8])
print(date.fromordinal(738000), date.fromisoformat("2020-05-17"), date.min, date.max, date(2024, 1, 1) < d, d == date(2024, 2, 29), max(d, date(2025, 1, 1)), hash(d) == hash(date(2024, 2, 29)), date.fromisocalendar(2020, 53, 5))
x = dt(2023, 12, 31, 23, 59, 59, 999999)
print(x, x + timedelta(microseconds=1), dt(2020, 1, 1), dt(2020, 1, 1, 12, 30), x.replace(hour=1), x.isoformat(sep=" ", timespec="minutes"), x.ctime(), dt.combine(d, time(1, 2)), x.weekday(), x.timetuple())
for text in ("2024-03-04", "2024-03-04T05:06", "2024-03-04 05:06:07", "2024-03-04T05:06:07.123", "2024-03-04T05:06:07.123456+09:00", "2024-03-04T05:06:07Z", "20240304T050607"):
    print(dt.fromisoformat(text))
for text, form in (("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S"), ("5 Mar 21", "%d %b %y"), ("03:07 PM", "%I:%M %p"), ("2024-06-01T10:00:00+0200", "%Y-%m-%dT%H:%M:%S%z"), ("12/31/1999", "%m/%d/%Y"), ("0.5", "%S.%f"), ("Monday, January 01 2024", "%A, %B %d %Y")):
    print(dt.strptime(text, form))
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t * 0.5, t / timedelta(days=1))
print(timedelta(), repr(timedelta()), timedelta(seconds=-1), timedelta(0.5), timedelta(weeks=1), timedelta(hours=25) > timedelta(days=1), bool(timedelta()), sum([timedelta(1), timedelta(2)], timedelta()), str(timedelta(seconds=90)), timedelta(seconds=1.5), timedelta.max, {timedelta(1): 1}[timedelta(hours=24)])
kst = timezone(timedelta(hours=9), "KST")
z = dt(2024, 5, 1, 9, 0, tzinfo=kst)
print(z, z.astimezone(timezone.utc), z.utcoffset(), z.tzname(), z.timestamp(), z.strftime("%z %Z"), z == dt(2024, 5, 1, 0, 0, tzinfo=timezone.utc), timezone(timedelta(hours=-5)), repr(timezone(timedelta(hours=-5))), timezone.utc, repr(kst))
print(dt.fromtimestamp(0, timezone.utc), dt.fromtimestamp(1700000000.123456, timezone.utc), dt.fromtimestamp(86400 * 365))
c = time(13, 5, 7, 89)
print(c, repr(c), time(1), repr(time(1, 2)), c.isoformat("hours"), c.replace(hour=1), c > time(12), time.fromisoformat("04:23:01"), c.strftime("%I:%M %p"), time(1, tzinfo=timezone.utc))
for bad in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: dt(2023, 1, 1, 25), lambda: date(0, 1, 1), lambda: dt(2020), lambda: dt.strptime("x", "%Y"), lambda: dt.strptime("2020 1", "%Y"), lambda: dt.fromisoformat("nope"),
            lambda: date.fromisoformat("2020-1-1"), lambda: z < x, lambda: z - x, lambda: d + 1, lambda: timedelta("1"), lambda: timezone(5), lambda: date.max + timedelta(1), lambda: dt.strptime("1", "%Q"), lambda: d < 3, lambda: time(24)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(d == x, x == 3, sorted([dt(2021, 1, 1), dt(2020, 1, 1)])[0].year, isinstance(x, date), (x - timedelta(days=400)).year, dt.max)
print(dt(2024, 1, 1, 10) - dt(2023, 12, 31, 22, 30), f"{d}", f"{d:%d.%m.}", "{:%H}".format(c), str(x.date()))
