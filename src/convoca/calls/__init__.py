"""Calls: observances, what is asked, replies, contributions, review, choice, forwarding."""
