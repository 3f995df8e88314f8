from __future__ import annotations

from civaffairs.domain.models import Assistance, Deceased


def test_only_the_number_of_the_case_is_needed(refusal):
    assert refusal(Deceased, id=None, cremated="是") == [("id", "fact_missing"), ("cremated", "fact_type")]
    assert Deceased(id="桃殡2025-031").cremated is None


def test_a_repr_does_not_show_who_died():
    words = repr(Deceased(id="桃殡2025-031", name="张甲", assistance=Assistance.DIBAO, martyr=True))
    assert words == "Deceased(id='桃*********', name='张*', assistance=***, martyr=***)"
