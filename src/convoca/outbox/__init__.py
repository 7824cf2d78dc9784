"""All mail: written here first, read, released, sent, and followed to its delivery."""
