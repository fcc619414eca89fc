"""System libraries and tools on Linux: which are missing, and how they are had on Debian and its kin.

The libraries are those that the loader wants for PySide6-Essentials: `objdump -p` of QtCore, Gui, Widgets,
Svg, DBus, Network and of the xcb, offscreen and wayland platforms. libpulse is how sound reaches the desktop.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from provision.failure import Failure
from provision.machine import Machine, Result

WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "dbus-send": "dbus",
    "git": "git",
    "pactl": "pulseaudio-utils",
    "parec": "pulseaudio-utils",
    "pulseaudio": "pulseaudio",
    "sqlite3": "sqlite3",
}
APT_OPTIONS = ("-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300")


def missing_packages(machine: Machine, for_tests: bool, for_venv: bool) -> list[str]:
    """Debian's names for what is not there, sorted; `for_venv` where an environment is yet to be made."""
    packages = {package for library, package in WINDOW_LIBRARIES.items() if not machine.can_load(library)}
    if for_tests:
        packages |= {package for name, package in TEST_PROGRAMS.items() if not machine.find_program(name)}
    if for_venv and not machine.has_module("ensurepip"):
        packages.add(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(packages)


def install_line(packages: Sequence[str]) -> str:
    """What to type where the bootstrap may not install by itself."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def apt_prefix(machine: Machine) -> list[str] | None:
    """How apt-get may be called without asking anyone: as root, or by a sudo without password; else None."""
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if machine.is_root():
        return settings
    if machine.find_program("sudo") and machine.run(["sudo", "-n", "true"]).status == 0:
        return ["sudo", "-n", *settings]
    return None


def install(machine: Machine, packages: Sequence[str], say: Callable[[str], None]) -> None:
    """Installs by apt-get; raises `Failure` with the line to type where that is not allowed or fails."""
    if not machine.find_program("apt-get"):
        raise Failure(
            "These system packages (in Debian's names) are missing: "
            f"{', '.join(packages)}. Install what your system calls them, then run this again."
        )
    prefix = apt_prefix(machine)
    if prefix is None:
        raise Failure(
            f"System packages are missing, and installing them needs the administrator. "
            f"Type this line, then run this again:\n\n    {install_line(packages)}\n"
        )
    say(f"Installing system packages: {' '.join(packages)}")
    result = _install_now(machine, prefix, packages)
    if result.status != 0:
        raise Failure(
            "apt-get could not install the missing system packages. Connect to the network, or mend what it "
            f"says below, and run this again; the line is:\n\n    {install_line(packages)}\n",
            result.output,
        )


def _install_now(machine: Machine, prefix: Sequence[str], packages: Sequence[str]) -> Result:
    command = [*prefix, "apt-get", "install", *APT_OPTIONS, *packages]
    first = machine.run(command)
    if first.status == 0:
        return first
    # A fresh or an old system has no package lists, or outdated ones: fetch them once, then try again.
    update = machine.run([*prefix, "apt-get", "update", "-q"])
    return machine.run(command) if update.status == 0 else update
