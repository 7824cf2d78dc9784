"""Playing the demo's facts into an installation, through the same actions that people use."""
