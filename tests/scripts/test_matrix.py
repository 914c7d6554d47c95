"""The chroots take this system's mirror and way to the internet, and the tree without what runs leave behind."""

import subprocess

import pytest

from scripts.matrix import KEPT, bootstrap_script, copy_tree, environment, mirror


def test_the_mirror_is_that_of_debian_itself():
    listed = "http://a/debian-security/\tDebian-Security\nhttp://b/debian/\tDebian\nhttp://c/debian/\tDebian\n"
    assert mirror(listed) == "http://b/debian/"
    with pytest.raises(SystemExit, match="no Debian archive"):
        mirror("http://a/ubuntu/\tUbuntu\n")


def test_a_release_younger_than_debootstrap_is_made_like_sid(tmp_path):
    (tmp_path / "trixie").touch()
    assert bootstrap_script("trixie", tmp_path) == []
    assert bootstrap_script("forky", tmp_path) == [str(tmp_path / "sid")]


def test_proxies_pass_and_the_persons_own_variables_do_not():
    given = {
        "https_proxy": "p",
        "NO_PROXY": "n",
        "UV_DEFAULT_INDEX": "u",
        "PIP_CERT": "c",
        "HOME": "/home/x",
        "TOKEN": "t",
    }
    inside = environment(given)
    assert {name: inside.get(name) for name in given} == {**given, "HOME": "/root", "TOKEN": None}


def test_the_copied_tree_loses_old_files_and_keeps_environments(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    for name in ("kept.py", "gone.py", "deep/new.py", "ignored.pyc", ".gitignore"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("*.pyc" if name == ".gitignore" else name)
    subprocess.run(["git", "init", "-q"], cwd=source, check=True)
    copy_tree(source, target)
    for name in KEPT:
        (target / name).mkdir()
    (target / "demo-out").mkdir()
    (source / "gone.py").unlink()
    copy_tree(source, target)
    assert {path.name for path in target.iterdir()} == {"kept.py", "deep", ".gitignore", *KEPT}
    assert (target / "deep/new.py").read_text() == "deep/new.py"
