"""The page *Learn*: what is known, and what is not."""
