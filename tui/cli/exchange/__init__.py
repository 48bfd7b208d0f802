"""Shared by the verbs that exchange records: the drop folder, and the hosts of ``pull`` and ``push``."""
