"""Web pages and saved mail (.html): their text and layout (đọc trang web)."""

from danvan.readers.html.read import read

__all__ = ["read"]
