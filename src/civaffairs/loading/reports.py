"""What became of each plugin: where it comes from, how far it got, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from attrs import field, frozen

from civaffairs.domain.names import Label
from civaffairs.errors import Fault


def unchanging(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return a copy of `values` that nobody can change (an attrs converter)."""
    return MappingProxyType(dict(values))


class Status(Enum):
    """Whether a plugin's declarations are in the catalogue."""

    LOADED = Label("已加载", "loaded")
    INCOMPLETE = Label("已加载，但有缺失", "loaded, with something missing")
    BROKEN = Label("未加载", "not loaded")

    @property
    def label(self) -> Label:
        """The status in both languages."""
        return self.value


class Stage(Enum):
    """How far a plugin got."""

    NAME = Label("入口名称", "entry-point name")
    VERSION = Label("版本要求", "required version")
    IMPORT = Label("导入", "import")
    REGISTER = Label("注册", "registration")
    HOOKS = Label("钩子", "hooks")
    CALL = Label("调用", "call")
    RESULT = Label("返回值", "result")
    CATALOGUE = Label("汇总", "catalogue")

    @property
    def label(self) -> Label:
        """The stage in both languages."""
        return self.value


@frozen
class PluginReport:
    """What became of one plugin.

    Attributes:
        name: its entry-point name.
        distribution: the distribution that it comes from; `?` where its metadata does not say.
        version: the version of that distribution; `?` likewise.
        status: whether its declarations are in the catalogue.
        stage: the last stage that it reached; where it is broken, the one at which it failed.
        faults: what is wrong, empty for a sound plugin.
        counts: how many values each hook returned, by the name of the hook.
        trace: where in the plugin's code it failed, as Python prints it; empty where its code ran.
    """

    name: str
    distribution: str
    version: str
    status: Status
    stage: Stage
    faults: tuple[Fault, ...] = ()
    counts: Mapping[str, int] = field(factory=dict, converter=unchanging)
    trace: str = field(default="", repr=False)
