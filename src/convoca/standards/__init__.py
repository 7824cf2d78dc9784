"""The outside rules and formats that Convoca speaks: pure Python, each with its source."""
