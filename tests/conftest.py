from __future__ import annotations

import hypothesis

# Tests never judge time; machines are noisy.
hypothesis.settings.register_profile("trainer", deadline=None, print_blob=True)
hypothesis.settings.load_profile("trainer")
