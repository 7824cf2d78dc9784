"""The reads that pages and upper rooms share, a file for each noun."""
