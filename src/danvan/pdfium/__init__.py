"""What PDFium knows of a file: words with their places, ruling lines and pictures.

This room is run in a process of its own (see `danvan.readers.pdf.worker`). It is the only one that
touches hostile bytes with code that is not memory-safe; it imports nothing else of danvan, so that
the process starts quickly, and nothing but `danvan.pdfium.server` is run there.
"""
