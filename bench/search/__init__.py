"""How well, how fast and with how many bytes questions find their answers, beside stock Material and Pagefind."""
