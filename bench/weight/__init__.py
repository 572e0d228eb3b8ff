"""How heavy pages are and how soon they stand there, beside peers with the same text."""
