"""A fixture for every test here: an overlay of an organisation, whose files a test writes as it likes."""

import pytest
from overlay_world import World


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)
