"""Charts painted by hand: pure series in, pixels out."""
