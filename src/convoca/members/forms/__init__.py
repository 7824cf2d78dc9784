"""The room's forms, by what they are about."""
