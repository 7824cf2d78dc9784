"""Running an installation: its processes, its preparation, and what is wrong with it."""
