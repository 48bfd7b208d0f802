"""The overlay in ``docs/content.md`` works as it stands there."""

import re
from pathlib import Path

import tui

PAGE = (Path(tui.__file__).parents[1] / "docs" / "content.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n# (overlay\.toml|roles/soc\.toml|notes\.toml|mapping\.toml)\n(.*?)```", PAGE, re.DOTALL)


def test_example_on_the_page_has_no_fault_and_adds_what_it_says(world):
    assert len(BLOCKS) == 4
    for name, text in BLOCKS:
        world.write(name, text)
    assert world.faults() == []
    pack = world.pack()
    assert pack.role("soc").step(2).criteria[-1].id == "soc.2.midori-phone"
    assert pack.version.endswith("+midori.3")
