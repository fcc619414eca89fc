"""What the window and the command line both do, without Qt and without SQL."""
