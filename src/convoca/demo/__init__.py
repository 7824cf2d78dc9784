"""The two real cases that show Convoca at work, with their facts inside."""
