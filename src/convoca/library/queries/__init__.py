"""The reads of the library, a file for each question."""
