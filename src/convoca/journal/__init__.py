"""The append-only, hash-chained record of who did what, and the actor who does it."""
