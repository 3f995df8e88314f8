"""The dated standards of Jiangsu's cities. The province publishes averages only: those are figures, not standards.

Next year's value is one added line in a city's module.
"""

from civaffairs_jiangsu.cities import nanjing, nantong, suqian, suzhou, taizhou, wuxi, yangzhou

STANDARDS = (
    *nanjing.STANDARDS,
    *wuxi.STANDARDS,
    *suzhou.STANDARDS,
    *nantong.STANDARDS,
    *yangzhou.STANDARDS,
    *taizhou.STANDARDS,
    *suqian.STANDARDS,
)
