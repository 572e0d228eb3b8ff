"""How it is said: pages, macros, words, dates and exports, made from the knowledge.

Knows no site generator: a page is a pure function of (knowledge, language).
"""
