"""`make bench`: what an operation costs, beside the peers."""
