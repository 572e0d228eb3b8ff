"""What others may take away and reuse: each module makes one kind of file from the knowledge.

None of them knows templates or pages' bodies; ``downloads.py`` lists what there is.
"""
