"""The version of this library: the one that pyproject.toml names, as a test says."""

VERSION = "0.1.0"
