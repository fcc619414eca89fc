"""Makes a checkout ready to run or to test: system libraries, a virtual environment, the locked packages."""
