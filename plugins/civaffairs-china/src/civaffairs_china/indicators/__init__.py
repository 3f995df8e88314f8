"""The indicators that plans of several places share: one meaning, one id.

A plan may print another heading or another unit of the same kind; its row says so. Where two plans mean different
things, there are two indicators.

The subjects stand in a module each, in the order of the plans' chapters; all are read from here.
"""

from civaffairs_china.indicators import (
    affairs,
    assistance,
    charity,
    children,
    communities,
    disability,
    elders,
    organisations,
    social_work,
)

# Each module names its indicators once; a list here would say them again.
from civaffairs_china.indicators.affairs import *  # noqa: F403
from civaffairs_china.indicators.assistance import *  # noqa: F403
from civaffairs_china.indicators.charity import *  # noqa: F403
from civaffairs_china.indicators.children import *  # noqa: F403
from civaffairs_china.indicators.communities import *  # noqa: F403
from civaffairs_china.indicators.disability import *  # noqa: F403
from civaffairs_china.indicators.elders import *  # noqa: F403
from civaffairs_china.indicators.organisations import *  # noqa: F403
from civaffairs_china.indicators.social_work import *  # noqa: F403

INDICATORS = (
    *assistance.INDICATORS,
    *elders.INDICATORS,
    *children.INDICATORS,
    *disability.INDICATORS,
    *communities.INDICATORS,
    *organisations.INDICATORS,
    *social_work.INDICATORS,
    *charity.INDICATORS,
    *affairs.INDICATORS,
)
