"""Bodies in a tree, people, posts and terms, address groups."""
