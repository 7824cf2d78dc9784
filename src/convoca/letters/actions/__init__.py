"""The room's verbs, by what they are about."""
