"""The room's front doors."""
