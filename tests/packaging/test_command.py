from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from provision.command import program_command, program_variables
from provision.environment import RUN, Environment, running_python

SPEAKING_PROGRAM = """\
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd(), "stdin": os.fstat(0) is not None}))
sys.exit(3)
"""


@pytest.fixture
def ready_checkout(small_checkout, checkout) -> Path:
    """A checkout with the real bootstrap, all marked ready, and a program that says what it was told."""
    for name in ("bootstrap.py", "provision"):
        source = checkout / "packaging" / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, small_checkout / "packaging" / name)
    environment = Environment(small_checkout, running_python())
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment.folder], check=True)
    (packages,) = [
        *environment.folder.glob("lib/python3*/site-packages"),
        *environment.folder.glob("Lib/site-packages"),
    ]
    (packages / "checkout.pth").write_text(f"{small_checkout}\n")
    (small_checkout / "trainer").mkdir()
    (small_checkout / "trainer" / "__main__.py").write_text(SPEAKING_PROGRAM)
    environment.mark_made()
    environment.mark_ready(RUN)
    return small_checkout


def bootstrap(
    checkout: Path, folder: Path, *arguments: str, python: tuple[str, ...] = ()
) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *python, checkout / "packaging" / "bootstrap.py", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_everything_after_run_goes_to_the_program(ready_checkout, tmp_path):
    arguments = ["--data-dir", "my data", "export", "log.csv", "--help", "--", "*"]
    done = bootstrap(ready_checkout, tmp_path, "run", *arguments)
    told = json.loads(done.stdout)
    assert told["arguments"] == arguments
    assert told["folder"] == str(tmp_path)
    assert (done.returncode, done.stderr) == (3, "")


def test_nothing_is_imported_from_the_folder_of_the_user(ready_checkout, tmp_path):
    (tmp_path / "trainer.py").write_text("raise SystemExit('the wrong one')\n")
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong one')\n")
    assert bootstrap(ready_checkout, tmp_path, "run").returncode == 3


def test_a_second_run_neither_starts_nor_asks_anything(ready_checkout, tmp_path):
    done = bootstrap(ready_checkout, tmp_path, "run", python=("-X", "importtime"))
    imported = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if "|" in line}
    assert "provision.command" in imported
    assert imported.isdisjoint({"subprocess", "socket", "ssl", "ctypes", "provision.preparation"})


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a POSIX shell")
def test_a_closed_standard_input_is_no_matter(ready_checkout):
    script = ready_checkout / "packaging" / "bootstrap.py"
    line = 'exec "$0" "$1" run here <&-'
    done = subprocess.run(["sh", "-c", line, sys.executable, script], capture_output=True, text=True)
    assert json.loads(done.stdout)["arguments"] == ["here"]


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), ([], 2), (["fly"], 2)])
def test_it_says_how_it_is_used(ready_checkout, tmp_path, arguments, status):
    done = bootstrap(ready_checkout, tmp_path, *arguments)
    assert done.returncode == status
    assert (done.stdout if status == 0 else done.stderr).startswith("usage: bootstrap.py run")


def test_the_program_is_the_module_of_the_environment():
    assert program_command(Path("python"), ["doctor"]) == ["python", "-m", "trainer", "doctor"]
    assert program_variables({"HOME": "h"}) == {"HOME": "h", "PYTHONSAFEPATH": "1"}


def test_an_older_python_gets_as_far_as_the_sentence(checkout):
    source = (checkout / "packaging" / "bootstrap.py").read_text()
    tree = ast.parse(source, feature_version=(3, 4))
    kinds = [type(node).__name__ for node in tree.body]
    assert kinds[:4] == ["Expr", "Import", "Import", "If"]
    assert "sys.version_info < (3, 11)" in ast.unparse(tree.body[3])
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign)]
