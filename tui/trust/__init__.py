"""Whom an organisation trusts: who mentors whom, whose keys count, and whether a signed decision holds.

All of it stands in one folder, which the lead signs. This package knows neither the journal's storage nor a screen: it
takes an event and returns an answer. Whether a decision counts is then decided in ``tui.progress``.
"""
