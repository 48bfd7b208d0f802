"""ikusei (育成): the training programme of a SOC/CSIRT role, walked and proven in a terminal."""

__version__ = "0.4.0"
