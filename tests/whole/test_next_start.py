"""What one process has computed the next one finds: ten thousand entries are not counted again at every start."""


def test_standing_computed_once_is_found_by_every_later_process(world):
    world.begin()
    keys = set()
    for seed in ("1", "2", "3"):
        # Each process of Python orders its sets in another way.
        logged = world.run("log", "soc.2.verdict", "--ratio", "24/25", env={"PYTHONHASHSEED": seed})
        assert logged.returncode == 0
        keys |= set(world.rows("SELECT key FROM memo WHERE item = 'soc.2.verdict'"))
    assert len(keys) == 1
