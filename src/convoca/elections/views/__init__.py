"""Pages of an edition's election."""
