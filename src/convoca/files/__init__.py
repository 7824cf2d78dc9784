"""Stored files: taken in through gates, kept under generated names, given out safely."""
