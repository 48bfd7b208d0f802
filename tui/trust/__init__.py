"""Whom an organisation trusts: who mentors whom, whose keys count, and whether a signed decision holds.

All of it stands in one folder, which the lead signs. Nothing here knows how a journal is stored, or a screen: an event
comes in as a record, an answer goes out as one, and whether to believe it is for ``tui.progress`` to say.
"""
