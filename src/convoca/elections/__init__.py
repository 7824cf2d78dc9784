"""The room of elections: posts, ballots, results.

Its commands work on files alone and never load Django.
"""
