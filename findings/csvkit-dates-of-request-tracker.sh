#!/bin/bash
# Guess, written down beforehand: csvkit (and agate below it) reads the dates of Request Tracker's export, "Mon Feb 10 09:12:00 2025",
# which is how C's ctime() writes them, as that moment, or leaves the column as text.
# What happened instead: it reads the four digits of the year as a time of day, 20:25, drops the real time, and takes the year in which
# that day comes next. The whole column becomes such dates, without a warning: 2025-02-10 09:12 is written as a 10 February 20:25
# of this year or the next, so the result also depends on the day on which it is run. Columns of the same export that hold
# only a day ("Thu Feb 13 2025") come out right, which makes the others look checked.
# Versions: csvkit 2.2.0, agate 1.14.2, parsedatetime 2.6, Python 3.11.7; a line of a real export of Request Tracker 5.0.3.
# What it means for users: `csvsort`, `csvsql`, `csvstat` and `in2csv` on a ticket export give an analyst's alerts wrong days, wrong order
# and one single time of day. Use --no-inference, or name the format (--datetime-format "%a %b %d %H:%M:%S %Y").
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6 || exit 77
printf 'id\tCreated\tReviewed\n1\tMon Feb 10 09:12:00 2025\tThu Feb 13 2025\n2\tFri Feb 14 22:55:00 2025\tTue Feb 18 2025\n' \
    > "$folder/export.tsv"
year=$(date +%Y)
guessed=$("$folder/venv/bin/in2csv" --format csv --tabs "$folder/export.tsv") || exit 77
named=$("$folder/venv/bin/in2csv" --format csv --tabs --datetime-format '%a %b %d %H:%M:%S %Y' "$folder/export.tsv") || exit 77
echo "$guessed"
echo "$named"
[[ $guessed =~ ^id,Created,Reviewed$'\n'1,([0-9]{4})-02-10T20:25:00,2025-02-13$'\n'2,([0-9]{4})-02-14T20:25:00,2025-02-18$ ]] || exit 1
((BASH_REMATCH[1] >= year && BASH_REMATCH[2] >= year)) || exit 1
[[ $named == *'1,2025-02-10T09:12:00,'*'2,2025-02-14T22:55:00,'* ]]
