"""The generator behind the site: knowledge (what is known) and site (how it is said).

Three arrows only: ``events -> site -> knowledge``. Nothing in this package imports MkDocs.
"""
