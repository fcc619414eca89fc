"""The README's two commands, with Python's standard library alone.

python3 packaging/bootstrap.py run [what follows goes to the program]
python3 packaging/bootstrap.py test [what follows goes to pytest]
"""

import os
import sys

# Plain words and old syntax down to the import below: an older Python has to get as far as this sentence.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Stride Trainer needs Python 3.11 or newer, and this is Python %d.%d. "  # noqa: UP031
        "Install a newer one and start the command with it, like this: python3.12 packaging/bootstrap.py run"
        % sys.version_info[:2]
    )

# Python leaves the script's folder out where PYTHONSAFEPATH is set.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from provision.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
