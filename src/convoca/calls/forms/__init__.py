"""The forms of calls, a file for each noun."""
