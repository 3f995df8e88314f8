"""What is said when plans are compared or checked."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

COMPARING: dict[str, Wording] = {
    "headings_differ": Wording("名称写法不同({said})", "the headings differ ({said})"),
    "natures_differ": Wording("属性不同({said})", "the natures differ ({said})"),
}
