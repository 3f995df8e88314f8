"""The words that only Taoyuan uses. What the whole country says is in the glossary of `civaffairs_china`."""

from civaffairs import Label, Term, Topic
from civaffairs_taoyuan.documents import plan_14

peach_neighbours = Term(
    "peach_neighbours",
    Label("桃邻互助", "Peach Neighbours"),
    Label("邻居轮流看望独居老年人", "neighbours take turns to look in on elders who live alone"),
    Topic.ELDERLY_CARE,
    plan_14.at("三(二)"),
    also=("桃邻",),
    also_en=("peach neighbour",),
)
# A word of the district's plans, which belongs to no subject and which no document explains.
blossom_year = Term(
    "blossom_year",
    Label("桃花年", "blossom year"),
    Label("规划期的最后一年", "the last year of a plan"),
    None,
)

TERMS = (peach_neighbours, blossom_year)
