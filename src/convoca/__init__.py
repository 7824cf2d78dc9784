"""Convoca: a union's letters, calls, conferences and elections, on one record."""

__version__ = "0.1.0"
