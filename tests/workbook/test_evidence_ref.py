"""What is typed into the field of evidence: where one reference ends and the next begins."""

import pytest

from tui.workbook.trainee.evidence_typed import references


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("INC-2041; https://siem.example/q", ("INC-2041", "https://siem.example/q")),
        ("INC-2041；INC-2042;INC-2043", ("INC-2041", "INC-2042", "INC-2043")),
        (
            "https://siem.example/list;jsessionid=7f3a?id=1; INC-2041",
            ("https://siem.example/list;jsessionid=7f3a?id=1", "INC-2041"),
        ),
        ("https://a.example/x;y;https://b.example/z;", ("https://a.example/x;y", "https://b.example/z")),
        ("https://a.example/x；INC-2041", ("https://a.example/x", "INC-2041")),
        ("https://a.example/x;;INC-2041", ("https://a.example/x", "INC-2041")),
        (" ; ", ()),
    ],
)
def test_an_address_keeps_its_semicolons_and_other_references_end_there(typed, meant):
    assert references(typed) == meant
