"""What cannot be read is refused; what is written is there as a whole or not at all."""

from __future__ import annotations

import pytest

from civaffairs.errors import InputInvalid
from civaffairs.exchange.files import read_bytes, write_bytes


def code_of(do, *args, **options):
    with pytest.raises(InputInvalid) as caught:
        do(*args, **options)
    (fault,) = caught.value.faults
    assert fault.what.mend("zh")
    return fault.code


def test_a_file_is_read(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"x")
    assert read_bytes(tmp_path / "a.csv") == b"x"


def test_a_missing_file_a_folder_and_an_empty_file_are_refused(tmp_path):
    (tmp_path / "empty.csv").touch()
    assert code_of(read_bytes, tmp_path / "absent.csv") == "file_absent"
    assert code_of(read_bytes, tmp_path) == "file_is_folder"
    assert code_of(read_bytes, tmp_path / "empty.csv") == "file_empty"


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path, name):
    assert code_of(read_bytes, tmp_path / name) in ("file_absent", "file_unreadable")


def test_a_file_larger_than_the_limit_is_refused_and_one_as_large_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("civaffairs.exchange.files.MAX_BYTES", 4)
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "b").write_bytes(b"1234")
    assert code_of(read_bytes, tmp_path / "a") == "file_too_large"
    assert read_bytes(tmp_path / "b") == b"1234"


def test_a_file_that_is_there_is_replaced_only_when_told(tmp_path):
    file = tmp_path / "a.csv"
    write_bytes(file, b"old", overwrite=False)
    assert code_of(write_bytes, file, b"new", overwrite=False) == "file_exists"
    assert file.read_bytes() == b"old"
    write_bytes(file, b"new", overwrite=True)
    assert file.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert code_of(write_bytes, tmp_path / "no" / "a.csv", b"x", overwrite=False) == "file_not_written"


def test_writing_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")

    def fail(self, target):
        raise OSError

    monkeypatch.setattr("pathlib.Path.replace", fail)
    assert code_of(write_bytes, file, b"new", overwrite=True) == "file_not_written"
    assert file.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
