"""The gates that a file passes before it is kept; each refusal names its rule."""
