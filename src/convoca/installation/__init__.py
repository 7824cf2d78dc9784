"""The ground an installation stands on: its home folder, secrets, database server, start-up."""
