# ISO's week dates as texts.
from datetime import date, datetime

for text in ("2011-W01-2", "2011W012", "2020-W53", "2020W53", "2011-W01-2T00:05:23.283", "2011W012T0005", "2009-W01-1 10:00"):
    try:
        print(text, datetime.fromisoformat(text))
    except ValueError as error:
        print(error)
print(date.fromisoformat("2021-W01-1"), date.fromisoformat("20210104"), date.fromisocalendar(2020, 53, 7))
for wrong in ("2011-W01-", "2011-W1-2", "2011W01-2", "2011-W54-1", "2011-W00-1", "2011-W", "W011", "2011-W01-x"):
    try:
        print(date.fromisoformat(wrong))
    except ValueError as error:
        print(error)
