"""Official letters, going out and coming in, and their registers."""
