"""Readers that users add: asked first, by content, by name, and by their own name."""

from importlib import metadata

import pytest

import danvan
from danvan.readers import READERS, named, read, register, registered, unregister
from danvan.text import Source


class Reversed:
    name = "reversed"
    suffixes = (".rev",)

    def recognises(self, data):
        return data.startswith(b"REV")

    def read(self, data, name):
        return Source(data.removeprefix(b"REV").decode()[::-1], name=name)


@pytest.fixture
def reader():
    made = Reversed()
    register(made)
    yield made
    unregister("reversed")


def test_a_reader_is_found_by_content_name_and_its_own_name(reader, tmp_path):
    file = tmp_path / "a.rev"
    file.write_bytes(b"\0\1cba")
    assert read(b"REVcba").text == "abc"
    assert read(file).text == "abc\1\0"
    assert read(b"cba", reader="reversed").text == "abc"
    assert read(b"cba", reader=reader).text == "abc"
    assert danvan.load(b"cba", reader="reversed").source.text == "abc"
    assert named("reversed") is reader


def test_the_last_of_a_name_counts(reader):
    assert registered() == (reader,)
    other = Reversed()
    register(other)
    assert registered() == (other,)


def test_what_is_no_reader_is_refused():
    for thing in (object(), Reversed, "docx"):
        with pytest.raises(TypeError, match="a reader has name"):
            register(thing)
    with pytest.raises(KeyError):
        unregister("docx")


def test_readers_of_other_packages_count_only_when_named(monkeypatch):
    loaded = []

    class Point:
        def load(self):
            loaded.append(self)
            return Reversed

    def entry_points(*, group, name):
        return [Point()] if (group, name) == ("danvan.readers", "reversed") else []

    monkeypatch.setattr(metadata, "entry_points", entry_points)
    assert read(b"REVcba").text == "REVcba"
    assert loaded == []
    assert read(b"cba", reader="reversed").text == "abc"
    assert len(loaded) == 1
    with pytest.raises(LookupError, match="no reader of the name 'other'"):
        read(b"cba", reader="other")


def test_an_entry_point_that_is_no_reader(monkeypatch):
    class Point:
        def load(self):
            return "nothing"

    monkeypatch.setattr(metadata, "entry_points", lambda **_: [Point()])
    with pytest.raises(TypeError, match="is no reader"):
        named("x")


def test_built_in_readers_have_names_of_their_own():
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)
    assert names[-1] == "text"
