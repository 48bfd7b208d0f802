"""The curriculum: TOML packs into frozen models, the organisation's policy, search. Knows no database and no screen."""
