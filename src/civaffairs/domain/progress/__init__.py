"""Following a plan: targets and observations in; for each target an outcome, its method, inputs and reason.

`outcomes` holds what can be said, `paths` the way from baseline to target, `growth` targets of average annual
growth, `following` puts them together.
"""

from civaffairs.domain.progress.following import follow, follow_results
from civaffairs.domain.progress.outcomes import Consequence, Method, Outcome, PathPoint, Progress

__all__ = ["Consequence", "Method", "Outcome", "PathPoint", "Progress", "follow", "follow_results"]
