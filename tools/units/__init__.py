"""Makes the gazetteer from released packages, and compares it with a reference."""
