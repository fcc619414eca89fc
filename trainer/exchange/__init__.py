"""Files to domain objects and back: a module per format."""
