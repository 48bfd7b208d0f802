"""Shared by the verbs of a mentor: who the mentor is, which claim is meant, reviewing a bundle."""
