"""The house holds: arrows, no cycles, mirror tests, the light ring's Python 3.9 and the style's hard limits."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TRACKED = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
    cwd=ROOT, capture_output=True, text=True, check=True,
).stdout.split()  # fmt: skip
SHIPPED = sorted(
    name
    for name in TRACKED
    if name.split("/")[0] in {"plugin", "rrsis_core", "train", "resources", "__init__.py"} and (ROOT / name).is_file()
)

LIGHT = {
    "errors",
    "grid",
    "footprint",
    "cards",
    "catalog",
    "request",
    "weight_files",
    "folders",
    "own_models",
    "relation",
    "values",
    "gpkg_metadata",
}
ROOMS = {"raster", "normalise", "text", "blend", "vectorise", "output", "journal", "zones"}
CORRIDOR = {
    "features",
    "watching",
    "notices",
    "patches",
    "predict",
    "rows",
    "results",
    "run",
    "outlook",
    "segment",
    "threshold",
}
# A place may import itself and what stands here. The longest prefix of a module's name counts.
ARROWS: dict[str, set[str]] = {
    "errors": set(),
    "grid": {"errors"},
    "footprint": set(),
    "gpkg_metadata": set(),
    "relation": set(),
    "cards": set(),
    "catalog": {"cards", "errors"},
    "values": {"errors"},
    "request": {"errors", "grid", "values"},
    "weight_files": {"cards"},
    "folders": set(),
    "own_models": {"catalog", "errors", "folders", "values"},
    "worker.protocol": {"errors", "request"},
    "worker.process": {"errors"},
    "worker.environment": {"errors", "folders", "worker.process"},
    "worker.builder": {
        *("errors", "folders", "worker.process", "worker.environment", "worker.downloads", "worker.causes"),
    },
    "worker.downloads": set(),
    "worker.causes": set(),
    "worker.client": {"errors", "request", "worker.protocol", "worker.process", "worker.environment"},
    **dict.fromkeys(ROOMS, LIGHT),
    "models.base": set(),
    "models.blocks": {"models.base"},
    "models.weights": {"catalog", "errors", "weight_files"},
    "models.convert": {"catalog", "errors", "weight_files", "models", "models.weights"},
    "models.fetch": {"catalog", "errors", "weight_files", "models.convert", "models.weights", "text"},
    "models": {"catalog", "errors", "own_models", "models.base", "models.blocks", "models.weights", "text"},
    "datasets": {"errors", "grid", "raster"},
    "training.augment": {"errors"},
    "training.losses": {"errors"},
    "training.metrics": {"errors"},
    "training": {*LIGHT, *ROOMS, "models", "datasets", "patches", "predict", "watching"},
    "watching": set(),
    "allocator": set(),
    "lanes": set(),
    "notices": LIGHT,
    "features": LIGHT,
    "patches": {*LIGHT, "raster", "normalise", "features"},
    "predict": {*LIGHT, "models", "text", "normalise", "patches", "features", "lanes"},
    "rows": {*LIGHT, *ROOMS},
    "results": {*LIGHT, *ROOMS, "allocator", "rows"},
    "threshold": {*LIGHT, *ROOMS, "watching", "notices", "rows"},
    "run": {*LIGHT, *ROOMS, "allocator", "models", "features", "predict", "rows"},
    "outlook": {*LIGHT, *ROOMS, "patches", "predict", "results", "run"},
    "segment": {*LIGHT, *ROOMS, *CORRIDOR, "models"},
    "shards": {*LIGHT, *ROOMS, *CORRIDOR, "models"},
    "cluster": {*LIGHT, *ROOMS, *CORRIDOR, "models", "training", "shards"},
    "worker": {*LIGHT, *ROOMS, *CORRIDOR, "models", "training", "worker"},
    "cli": {*LIGHT, *ROOMS, *CORRIDOR, "models", "datasets", "training", "cluster", "shards", "worker"},
}
LIGHT_FILES = [
    name
    for name in SHIPPED
    if name == "__init__.py"
    or name.startswith("plugin/")
    or name in {f"rrsis_core/{part}.py" for part in (*LIGHT, "__init__")}
    or name
    in {
        f"rrsis_core/worker/{part}.py"
        for part in ("__init__", "protocol", "client", "process", "environment", "builder", "downloads", "causes")
    }
]
WALLS = {"rrsis_core/worker/server.py", "plugin/task.py", "plugin/setup_task.py"}
LAZY_DOORS = {"__init__.py", "rrsis_core/models/__init__.py"}
UNTESTED = {"__init__.py", "__main__.py"}


def tree_of(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"), name)


def module_of(name: str) -> str:
    """Return `rrsis_core/a/b.py` as `rrsis_core.a.b`, and a package's __init__ as the package."""
    parts = Path(name).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(name): name for name in SHIPPED}


def imports_of(name: str) -> set[str]:
    """Return the absolute names of all modules that the file `name` imports, inside functions too."""
    package = module_of(name).split(".")
    if Path(name).name != "__init__.py":
        package = package[:-1]
    found: set[str] = set()
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *(node.module.split(".") if node.module else [])])
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                found.add(inner if inner in MODULES else origin)
    return found


def place_of(module: str) -> str:
    """Return the longest prefix of a module below rrsis_core that has arrows of its own."""
    parts = module.split(".")[1:]
    while parts and ".".join(parts) not in ARROWS:
        parts.pop()
    return ".".join(parts)


@pytest.mark.parametrize("name", [name for name in SHIPPED if name.startswith("rrsis_core/")])
def test_core_follows_the_arrows(name: str) -> None:
    module = module_of(name)
    if module == "rrsis_core":
        return
    place = place_of(module)
    assert place, f"{name} stands in no place of the table of arrows"
    for target in imports_of(name):
        top = target.split(".")[0]
        assert top not in {"plugin", "train", "qgis", "tests"}, f"{name} imports {target}"
        if top == "rrsis_core" and target != "rrsis_core":
            goal = place_of(target)
            allowed = any(goal == ok or goal.startswith(ok + ".") for ok in {place, *ARROWS[place]})
            assert allowed, f"{name} ({place}) may not import {target} ({goal})"


@pytest.mark.parametrize("name", LIGHT_FILES)
def test_light_ring_and_plugin_stay_light(name: str) -> None:
    """They are imported inside QGIS: standard library, Qt, GDAL and QGIS alone, and Python 3.9."""
    ast.parse((ROOT / name).read_text(encoding="utf-8"), name, feature_version=(3, 9))
    own = {"rrsis_core", "plugin", ""}
    more = {"qgis", "processing", "osgeo"} if name.startswith("plugin/") else set()
    for target in imports_of(name):
        top = target.split(".")[0]
        assert top in sys.stdlib_module_names | own | more, f"{name} imports {target}"
        if name.startswith("plugin/") and top == "rrsis_core":
            assert MODULES.get(target, "") in LIGHT_FILES, f"{name} imports {target}, which is not light"


@pytest.mark.parametrize("name", [name for name in SHIPPED if name.startswith("train/")])
def test_training_scripts_stay_below_the_doors(name: str) -> None:
    for target in imports_of(name):
        assert not target.startswith(("plugin", "rrsis_core.cli", "rrsis_core.cluster", "rrsis_core.worker")), target


def test_no_import_cycles() -> None:
    graph = {module: {t for t in imports_of(name) if t in MODULES and t != module} for module, name in MODULES.items()}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join([*path[path.index(module) :], module])
        if module in done:
            return
        for target in sorted(graph[module]):
            visit(target, (*path, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def test_every_module_has_a_mirror_test() -> None:
    """rrsis_core/a/b.py is tested by tests/a/test_b.py, plugin/x.py by tests/plugin/test_x.py."""
    missing = []
    for name in SHIPPED:
        path = Path(name)
        if path.name in UNTESTED or path.name.startswith("_"):
            continue
        parts = path.parts[1:] if path.parts[0] == "rrsis_core" else path.parts
        mirror = ROOT / "tests" / Path(*parts[:-1]) / f"test_{path.name}"
        if not mirror.is_file():
            missing.append(f"{name} → {mirror.relative_to(ROOT)}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("name", SHIPPED)
def test_style_limits(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    tree = ast.parse(text, name)
    assert text.count("\n") <= (700 if "/models/" in name else 400), f"{name} is too long"
    assert ast.get_docstring(tree) or not text.strip(), f"{name} has no docstring"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno - node.lineno + 1 <= 80, f"{name}:{node.lineno} {node.name} is too long"
            inner = [n for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))]
            assert not inner or name in LAZY_DOORS, f"{name}:{node.lineno} {node.name} imports inside"
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            assert node.exc.func.id != "Exception", f"{name}:{node.lineno} raises a bare Exception"
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
            )
            assert not broad or name in WALLS, f"{name}:{node.lineno} catches everything"
        assert not isinstance(node, ast.Assert), f"{name}:{node.lineno} asserts in shipped code"


def test_the_checks_can_fail() -> None:
    """A check that never fires proves nothing: the arrows see an import that is not allowed."""
    assert place_of("rrsis_core.models.blocks.swin") == "models.blocks"
    assert place_of("rrsis_core.worker.server") == "worker"
    assert "segment" not in ARROWS["raster"] and "raster" in ARROWS["segment"]
    assert imports_of("rrsis_core/request.py") >= {"rrsis_core.errors", "rrsis_core.grid", "json"}


def test_the_page_of_the_house_names_every_part() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    parts = {name.split("/")[1].removesuffix(".py") for name in SHIPPED if name.startswith("rrsis_core/")}
    assert [part for part in sorted(parts - {"__init__"}) if f"`{part}" not in page] == []
