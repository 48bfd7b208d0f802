#!/bin/bash
# Guess, written down beforehand (in a test that fills a form by one write of "note Tab day Tab count"): Textual presses keys that arrive
# in one read one after another, so what stands behind a Tab is typed into the next Input.
# What happened instead: each key goes to the widget that is focused at the moment at which it is taken from the queue, and a Tab moves the
# focus only later, when it has come back from the widget. "abc Tab def Tab ghi" in one read fills the first Input with abcdefghi and leaves
# the others empty. With a pause between the reads each Input gets its part.
# Versions: Textual 8.2.8, Python 3.11.7.
# What it means for users: over a line that lags, or on a busy machine, a form that is filled in without looking up has its answers in the
# wrong fields. An app can hold the next key back until the one before it is answered.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 || exit 77
cat > "$folder/app.py" <<'PYTHON'
import sys

from textual.app import App
from textual.widgets import Input


class Form(App[None]):
    BINDINGS = [("f2", "done", "Done")]

    def compose(self):
        yield from (Input(id=name) for name in ("one", "two", "three"))

    def on_ready(self) -> None:
        self.set_timer(0.5, lambda: open(sys.argv[1], "w").close())  # the first Input is focused: keys may come

    def action_done(self) -> None:
        with open(sys.argv[1], "w") as said:
            said.write("|".join(field.value for field in self.query(Input)))
        self.exit()


Form().run()
PYTHON
cat > "$folder/type.py" <<'PYTHON'
import os
import pty
import select
import sys
import time

python, app, said, *parts = sys.argv[1:]
pid, master = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm-256color"
    os.execv(python, [python, app, said])


def read(seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and select.select([master], [], [], left)[0]:
        try:
            os.read(master, 1 << 16)
        except OSError:
            return


while not os.path.exists(said):
    read(0.2)
for part in [*parts, "\x1bOQ"]:  # F2 at the end
    os.write(master, part.encode())
    read(1)
os.waitpid(pid, 0)
print(open(said).read())
PYTHON
python="$folder/venv/bin/python"
at_once=$(timeout 60 "$python" "$folder/type.py" "$python" "$folder/app.py" "$folder/1" $'abc\tdef\tghi')
apart=$(timeout 60 "$python" "$folder/type.py" "$python" "$folder/app.py" "$folder/2" abc $'\t' def $'\t' ghi)
echo "in one read: $at_once; apart: $apart"
[ "$at_once" = "abcdefghi||" ] && [ "$apart" = "abc|def|ghi" ]
