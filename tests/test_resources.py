"""Shipped files are found in a checkout and in a wheel, and nothing else is found by their name."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from trainer.resources import resource_path, resources_root

ROOT = Path(__file__).parent.parent


def test_a_checkout_finds_its_own() -> None:
    assert resources_root() == ROOT / "resources"
    assert resource_path("icons/play.svg").is_file()


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../pyproject.toml", "icons/../../pyproject.toml", "icons\\play.svg", "C:/x"]
)
def test_odd_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a resource name"):
        resource_path(name)


def test_a_wheel_finds_those_inside_the_package(tmp_path: Path) -> None:
    """Laid out as the wheel is told to be, beside another package's folder of the same name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    inside = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]["resources"]
    (tmp_path / inside / "icons").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    for name in ("__init__.py", "resources.py"):
        shutil.copy(ROOT / "trainer" / name, tmp_path / "trainer")
    question = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        " from trainer.resources import resources_root; print(resources_root())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question, tmp_path], capture_output=True, encoding="utf-8", check=True
    )
    assert Path(answer.stdout.strip()) == (tmp_path / inside).resolve()
