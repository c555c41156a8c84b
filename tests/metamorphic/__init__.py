"""Texts rewritten in another layout, which must be read as they were.

Truth is dear; a rewriting needs none: what a document says stays the same when its lines are wrapped
anew or a page break cuts a paragraph. ``python -m tests.metamorphic`` prints, for each rewriting, the
share of documents and of their fields that come out equivalent, but for what the rewriting hides.
"""
