"""The start page: what waits for me, across rooms, and what is open to everybody."""
