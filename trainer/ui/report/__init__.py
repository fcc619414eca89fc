"""The report: asked for, laid out on paper, written as PDF."""
