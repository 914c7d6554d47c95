"""The folder for data is that of the platform."""

import pytest

from rrsis_core import folders
from rrsis_core.folders import data_folder


@pytest.mark.parametrize(
    ("platform", "variables", "end"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/rrsis"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/x/rrsis"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/rrsis"),
        ("win32", {"HOME": "/h", "LOCALAPPDATA": "/l"}, "/l/rrsis"),
        ("win32", {"HOME": "/h"}, "/h/AppData/Local/rrsis"),
        ("linux", {"RRSIS_HOME": "/mine"}, "/mine"),
    ],
)
def test_the_data_folder_is_the_platforms(monkeypatch, platform, variables, end):
    monkeypatch.setattr(folders.sys, "platform", platform)
    assert data_folder(variables).as_posix() == end
