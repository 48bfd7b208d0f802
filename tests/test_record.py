"""Records behave as frozen dataclasses do, at a fraction of the import."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, fields, replace
from typing import ClassVar

import pytest

from tui.record import record


@record
class Place:
    kind: ClassVar[str] = "place"
    x: int
    y: int = 0


@record
class Other:
    x: int
    y: int = 0


@record
class Nothing:
    pass


def test_record_takes_positions_names_and_defaults():
    assert (Place(1, 2).x, Place(1, 2).y) == (1, 2)
    assert Place(y=3, x=1) == Place(1, 3)
    assert Place(1).y == 0
    assert Place.kind == "place"
    with pytest.raises(TypeError):
        Place()


def test_record_cannot_be_changed():
    place = Place(1)
    with pytest.raises(FrozenInstanceError):
        place.x = 2
    with pytest.raises(FrozenInstanceError):
        del place.x
    assert not hasattr(place, "__dict__")


def test_records_are_equal_only_within_their_class_and_hash_alike():
    assert Place(1) == Place(1, 0)
    assert hash(Place(1)) == hash(Place(1, 0))
    assert Place(1) != Other(1)
    assert len({Place(1), Place(1), Other(1), Nothing(), Nothing()}) == 3


def test_record_works_with_dataclasses_functions_and_match():
    assert [field.name for field in fields(Place(1))] == ["x", "y"]
    assert asdict(Place(1, 2)) == {"x": 1, "y": 2}
    assert replace(Place(1, 2), x=5) == Place(5, 2)
    assert repr(Place(1, 2)) == "Place(x=1, y=2)"
    match Place(1, 2):
        case Place(x, y):
            assert (x, y) == (1, 2)


def test_default_that_can_change_or_stands_too_early_is_refused():
    with pytest.raises(TypeError):

        @record
        class Shared:
            items: list = []

    with pytest.raises(TypeError):

        @record
        class Order:
            x: int = 0
            y: int
