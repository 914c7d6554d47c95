"""Run the plugin's tests in the QGIS of other Debian releases, each in a chroot that is kept between runs.

A chroot is what `make demo` meets on a fresh machine: git, make and Python alone; `make test-plugin` sets up the rest.
Mirror, proxies and certificates are those of this system.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUITES = ("trixie", "forky")  # QGIS 3.40 and 3.44; 3.22 is that of bookworm
PACKAGES = "git,make,python3,ca-certificates"
DEBOOTSTRAP = Path("/usr/share/debootstrap/scripts")
KEPT = {".venv", ".venv-qgis", ".tools"}  # what a run sets up in the copy of the tree, and the next one finds
PASSED_ON = re.compile(
    r"(https?|ftp|all|no)_proxy|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|(PIP|UV)_\w*(INDEX|CERT|TIMEOUT)\w*", re.I
)
COPIED = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/uv/uv.toml", "/etc/ssl/certs/ca-certificates.crt")
COPIED_HOME = (".config/pip/pip.conf", ".config/uv/uv.toml")
COMMIT = (  # what is packaged is what is committed
    ("git", "init", "--quiet"),
    ("git", "add", "--all"),
    ("git", "-c", "user.name=matrix", "-c", "user.email=rrsis@example.org", "commit", "--quiet", "--message=Tree"),
)
SAYS = "import sys; from qgis.core import Qgis; print(Qgis.QGIS_VERSION, '· Python', sys.version.split()[0])"


def mirror(targets: str) -> str:
    """Return the Debian archive in `targets`: lines of "address, tab, label", as apt lists its indexes.

    Raises:
        SystemExit: This system's apt has none.
    """
    for line in targets.splitlines():
        address, _, label = line.partition("\t")
        if label == "Debian":
            return address
    raise SystemExit("apt knows no Debian archive here (apt-get indextargets): the chroots are made from it.")


def bootstrap_script(suite: str, folder: Path = DEBOOTSTRAP) -> list[str]:
    """Return the last argument of debootstrap: a release that is younger than the program is made as sid is."""
    return [] if (folder / suite).exists() else [str(folder / "sid")]


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a chroot: its own, and how this system reaches the internet."""
    own = {"HOME": "/root", "LANG": "C.UTF-8", "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    limits = ("OMP_NUM_THREADS", "OMP_WAIT_POLICY")
    return {**own, **{k: v for k, v in variables.items() if PASSED_ON.fullmatch(k) or k in limits}}


def make_chroot(root: Path, suite: str) -> None:
    """Make the chroot of `suite` at `root`, whole or not at all."""
    if not shutil.which("debootstrap"):
        raise SystemExit("debootstrap is missing: install the package of this name.")
    wanted = ["apt-get", "indextargets", "--format", "$(REPO_URI)\t$(LABEL)", "Created-By: Packages"]
    address = mirror(subprocess.run(wanted, check=True, capture_output=True, text=True).stdout)
    part = root.with_name(f"{root.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    root.parent.mkdir(parents=True, exist_ok=True)
    command = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", suite, str(part), address]
    subprocess.run([*command, *bootstrap_script(suite)], check=True)
    part.rename(root)


def furnish(root: Path) -> None:
    """Give the chroot at `root` this system's way to the internet, /proc and /dev."""
    pairs = [(Path(name), root / name[1:]) for name in COPIED]
    pairs += [(Path.home() / name, root / "root" / name) for name in COPIED_HOME]
    for source, target in pairs:
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)
    said = subprocess.run(["apt-config", "dump", "Acquire"], check=True, capture_output=True, text=True).stdout
    kept = [line for line in said.splitlines(keepends=True) if "IndexTargets" not in line and "::" in line]
    (root / "etc/apt/apt.conf.d/99acquire").write_text("".join(kept), encoding="utf-8")
    for name in ("proc", "dev"):
        subprocess.run(["mount", "--rbind", f"/{name}", str(root / name)], check=True)


def copy_tree(source: Path, target: Path) -> None:
    """Copy what git knows or would add of `source` to `target`; only what an earlier run set up stays there."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name not in KEPT:
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    # Root may look into the checkout of the person who called sudo.
    listed = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=source, check=True, capture_output=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        if (source / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / name, target / name)


def run_in(root: Path, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `command` in the copied tree of the chroot at `root`."""
    variables = [f"{name}={value}" for name, value in environment(os.environ).items()]
    inside = ["sh", "-c", 'cd /root/rrsis && exec "$@"', "sh", *command]
    return subprocess.run(["chroot", str(root), "env", "-i", *variables, *inside], text=True, check=False)


def test_suite(root: Path, suite: str, settings: Sequence[str]) -> bool:
    """Run the plugin's tests in the chroot of `suite` and say whether they passed."""
    if not root.is_dir():
        make_chroot(root, suite)
    furnish(root)
    copy_tree(ROOT, root / "root/rrsis")
    for command in COMMIT:
        run_in(root, command)
    if run_in(root, ["make", "qgis", *settings]).returncode:
        return False
    print(f"== {suite}: QGIS", end=" ", flush=True)
    run_in(root, ["/usr/bin/python3", "-c", SAYS])
    return run_in(root, ["make", "test-plugin", *settings]).returncode == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Test every release and return how many failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the chroots are kept")
    parser.add_argument("--suite", action="append", help=f"a Debian release; without it {' and '.join(SUITES)}")
    parser.add_argument("settings", nargs="*", metavar="NAME=VALUE", help="passed on to make")
    wanted = parser.parse_intermixed_args(arguments)
    if os.geteuid():
        raise SystemExit("Only root can make and enter chroots: call `make matrix`, which uses sudo.")
    suites = wanted.suite or SUITES
    # In a mount namespace of its own, what is mounted here goes with this process.
    outcome = {suite: test_suite(wanted.folder.resolve() / suite, suite, wanted.settings) for suite in suites}
    for suite, passed in outcome.items():
        print(f"{suite:10} {'passed' if passed else 'FAILED'}")
    return list(outcome.values()).count(False)


if __name__ == "__main__":
    sys.exit(main())
