"""What time does to the data: facts that end, sources that nobody has read for long, addresses that no longer open."""
