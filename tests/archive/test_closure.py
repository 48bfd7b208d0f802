"""An archive has every wheel that ikusei needs on any Python, and none besides."""

from zipfile import ZipFile

import pytest
from airgap_world import ROOT


@pytest.fixture
def airgap(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import airgap.closure

    return airgap


@pytest.fixture
def wheel(airgap, tmp_path):
    def make(name, *requires, python=">=3.11", tag="py3-none-any"):
        path = tmp_path / f"{name}-1.0-{tag}.whl"
        lines = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", f"Requires-Python: {python}"]
        with ZipFile(path, "w") as archive:
            lines += [f"Requires-Dist: {each}" for each in requires]
            archive.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(lines) + "\n")
        return airgap.closure.Wheel(path)

    return make


def test_what_only_one_python_needs_is_needed(airgap, wheel):
    root = wheel("ikusei", "backport; python_version < '3.12'", "winonly; sys_platform == 'win32'")
    backport = wheel("backport")
    assert airgap.closure.needs(root, [backport]) == {"ikusei": {"backport"}, "backport": set()}


def test_what_an_extra_brings_is_needed(airgap, wheel):
    root, pages = wheel("ikusei", "pages[links]"), wheel("pages", "links>=1; extra == 'links'", "never; extra == 'no'")
    assert airgap.closure.needs(root, [pages, wheel("links")])["pages"] == {"links"}


@pytest.mark.parametrize(
    ("requires", "other", "words"),
    [
        ("lib; python_version >= '3.14'", {}, "ikusei-1.0-py3-none-any.whl needs lib"),
        ("other>=2", {"name": "other"}, "needs other>=2, and the lock has 1.0"),
        ("other", {"name": "other", "python": "<3.14"}, "other-1.0-py3-none-any.whl isn't for Python 3.14"),
        ("other", {"name": "other", "tag": "cp311-cp311-linux_x86_64"}, "is for one system or one Python only"),
        ("", {"name": "other"}, "nothing needs other"),
    ],
)
def test_a_lock_that_does_not_fit_is_named_with_how_to_mend_it(airgap, wheel, requires, other, words):
    root = wheel("ikusei", *filter(None, [requires]))
    with pytest.raises(airgap.ArchiveError, match="--lock") as refused:
        airgap.closure.needs(root, [wheel(**other)] if other else [])
    assert words in str(refused.value)
