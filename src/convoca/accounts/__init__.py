"""Users, sign-in and grants of roles."""
