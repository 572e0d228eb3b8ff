"""Helps those who edit the data: schemas, new records, what was left untranslated, what runs out, what leads nowhere.

Knows the knowledge, and of the site no more than how the file of a page is read.
"""
