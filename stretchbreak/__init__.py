"""Stretchbreak notices how long you sit, asks at a good moment, coaches a stretch."""

__version__ = "0.1.0"
