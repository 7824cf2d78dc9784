"""The room's front doors, by what they show."""
