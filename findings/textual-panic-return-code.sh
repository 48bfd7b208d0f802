#!/bin/bash
# Guess, written down beforehand: an app that ends by App.panic("...") has the return code 1, as one that ends by an unhandled
# exception has. Textual's documentation says of the return code that 1 means a fatal error and None that the app hasn't ended,
# and it shows sys.exit(app.return_code) as the last line of a program.
# What happened instead: after a panic the return code is None for good, and sys.exit(None) ends the process with status 0.
# Only an exception raised in a message handler sets it to 1. Textual's own terminal driver reports an error of its thread
# that reads the keyboard by a panic, so a program that died of that tells the shell that all went well.
# Versions: Textual 8.2.8, Python 3.11.7.
# What it means for users: `program && next-step` goes on after a panic, and nothing that watches exit statuses sees it.
# An app that matters should override panic() and set its own code there.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 || exit 77
cat > "$folder/app.py" <<'PYTHON'
import sys

from textual.app import App


class Ending(App[None]):
    def on_mount(self) -> None:
        self.call_later(getattr(self, sys.argv[1]))

    def by_panic(self) -> None:
        self.panic("the disk is gone")

    def by_exception(self) -> None:
        raise OSError("the disk is gone")


app = Ending()
app.run(headless=True)
print(app.return_code)
sys.exit(app.return_code)
PYTHON
panic=$("$folder/venv/bin/python" "$folder/app.py" by_panic 2> /dev/null)
panic="$panic, status $?"
exception=$("$folder/venv/bin/python" "$folder/app.py" by_exception 2> /dev/null)
exception="$exception, status $?"
echo "panic: $panic; exception: $exception"
[ "$panic; $exception" = "None, status 0; 1, status 1" ]
