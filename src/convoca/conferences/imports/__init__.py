"""Reading delegates from a CSV file: bytes to lines, lines to facts, facts to a plan."""
