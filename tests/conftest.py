"""What all tests share: properties are judged by what they say, not by how long a busy machine takes."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# So many examples that all tests take less than ten minutes of two cores; `nox -s search` looks at length.
settings.register_profile(
    "patient", max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("patient"), max_examples=500)
settings.register_profile("brief", settings.get_profile("patient"), max_examples=10)
settings.load_profile("patient")
