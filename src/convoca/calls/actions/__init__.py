"""The verbs of calls, a file for each noun."""
