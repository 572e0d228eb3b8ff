"""Helps those who edit the data: schemas, new records, what was left untranslated, what runs out.

Knows the knowledge, not the site.
"""
