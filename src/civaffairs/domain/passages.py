"""Running text as its document has it: a clause once, then a line for each figure and promise that it states.

What `Table` is to a table, `Passage` is to a paragraph. A word that means a number (全覆盖, 第三) stays as it
is printed, beside the number that it is read as.
"""

from __future__ import annotations

from attrs import evolve, field, frozen
from attrs.validators import instance_of

from civaffairs.domain.indicators import CommonFigure, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Missing, Observation, Printed, Value
from civaffairs.domain.periods import Moment, Period, as_period
from civaffairs.domain.plan import Commitment, Deed, Row
from civaffairs.domain.rules.expr import Series
from civaffairs.domain.sources import Clause
from civaffairs.domain.tables import Span, promise_in, unit_in, value_in
from civaffairs.domain.targets import Nature, Promise, Target
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import CLASSIFIERS, Number, Unit


class NoDate:
    """That a document names no date for what it promises."""

    def __repr__(self) -> str:
        return "NO_DATE"


NO_DATE = NoDate()

_THING = Unit.parse("thing")


@frozen
class Passage:
    """A stretch of running text.

    Attributes:
        clause: where it stands.
        topic: the subject of what it states.
        period: the date or period of the figures that it reports, where a line says no other.
        by: the year of what it promises, where a line says no other; an earlier date is a step on the way.

    Example:
        >>> from civaffairs.domain.sources import Document
        >>> plan = Document("d/1", Label("规划", "Plan"), "局", "2022-03")
        >>> review = Passage(plan.at("一"), Topic.ELDERLY_CARE, "2016..2020", 2025)
        >>> care = review.at("养老事业稳步发展", period=2020)
        >>> homes = care.figure("care_homes", "养老机构", "care institutions", 68, "所")
        >>> homes.value.text("zh"), homes.printed.unit, str(homes.period), homes.source.locator
        ('68个', '所', '2020', '一 养老事业稳步发展')
    """

    clause: Clause = field(validator=instance_of(Clause))
    topic: Topic = field(validator=instance_of(Topic))
    period: Period = field(converter=as_period)
    by: Period = field(converter=as_period)

    def at(
        self,
        locator: str,
        *,
        topic: Topic | None = None,
        period: Moment | None = None,
        by: Moment | None = None,
        gloss: Label | None = None,
    ) -> Passage:
        """Return a passage inside this one, with its topic and dates unless others are given."""
        return evolve(
            self,
            clause=self.clause.at(locator, gloss),
            topic=topic or self.topic,
            period=self.period if period is None else period,
            by=self.by if by is None else by,
        )

    def figure(
        self,
        id: str,
        zh: str,
        en: str,
        value: Number | Span | Value,
        unit: str,
        *,
        period: Moment | None = None,
        said: str = "",
        printed: str | None = None,
        note: Label | None = None,
        topic: Topic | None = None,
        means: CommonFigure | None = None,
    ) -> Observation:
        """Declare a reported figure that no shared indicator measures.

        Args:
            id: unique among the plan's figures.
            zh: what is counted.
            en: the same in English.
            value: a number, an interval, or a mark such as `***` that stands for none.
            unit: as printed; a counting word that is no unit (家, 所, 处) says that things are counted.
            period: the date or period, where it is not the passage's.
            said: the comparator as printed: 余, 约, 不低于.
            printed: the figure as printed, where it is a word or has another form.
            note: the reading that the model takes, where the words leave a choice.
            topic: the subject, where it is not the passage's.
            means: the figure that it is, where other places report it in words of their own.
        """
        counted = _counted_in(unit)
        statistic = Statistic(id, Label(zh, en), counted, topic or self.topic, means)
        seen = Observation(statistic, self._when(period), value_in(value, counted), self.clause)
        return evolve(seen, printed=Printed(printed, unit, said), note=note)

    def seen(
        self,
        of: Indicator | Series | Statistic,
        value: Number | Span | Value,
        unit: str,
        *,
        period: Moment | None = None,
        said: str = "",
        printed: str | None = None,
        read_as: str | None = None,
        note: Label | None = None,
    ) -> Observation:
        """Declare a reported figure of a shared indicator, of a series, or of a statistic declared elsewhere.

        The arguments are those of `figure`; `read_as` is the unit of a bare number where the printed one does
        not say it all (元/月 for each person).
        """
        seen = Observation(of, self._when(period), value_in(value, unit_in(of, unit, read_as)), self.clause)
        return evolve(seen, printed=Printed(printed, unit, said), note=note)

    def aims(
        self,
        indicator: Indicator,
        name: str,
        unit: str,
        promise: Number | Span | Value | Promise,
        *,
        by: Moment | None = None,
        nature: Nature | None = None,
        printed: str | None = None,
        read_as: str | None = None,
        note: Label | None = None,
    ) -> Row:
        """Declare a promise about a shared indicator.

        Args:
            indicator: what is promised of.
            name: its name as printed here.
            unit: as printed; of bare numbers.
            promise: a bare number, read by the indicator's direction, or `at_least(90, said="以上")`.
            by: the date, where it is not the passage's.
            nature: binding or expected, where the text says it.
            printed: the figure as printed, where it is a word: 全覆盖.
            read_as: the unit of bare numbers, where the printed one does not say it all.
            note: the reading that the model takes, where the words leave a choice.
        """
        due = self.by if by is None else as_period(by)
        meant = unit_in(indicator, unit, read_as)
        promised = promise_in(promise, meant, self.clause)
        target = Target(
            indicator,
            due,
            promised if isinstance(promised, Missing) else promised.predicate(meant, indicator.direction),
            nature,
            self.clause,
            milestone=due.end < self.by.end,
            printed=Printed(printed, unit, "" if isinstance(promised, Missing) else promised.said),
            note=note,
        )
        return Row(self.clause, indicator, name, nature, targets=(target,))

    def builds(
        self,
        id: str,
        zh: str,
        en: str,
        promise: Number | Span | Value | Promise | None = None,
        unit: str = "",
        *,
        by: Moment | NoDate | None = None,
        printed: str | None = None,
        note: Label | None = None,
        topic: Topic | None = None,
    ) -> Commitment:
        """Declare a thing to be built or set up. See `reaches` for the arguments."""
        made = self._commits(Deed.BUILD, id, Label(zh, en), promise, Printed(printed, unit, ""))
        return evolve(made, by=self._due(by), note=note, topic=topic or self.topic)

    def serves(
        self,
        id: str,
        zh: str,
        en: str,
        promise: Number | Span | Value | Promise | None = None,
        unit: str = "",
        *,
        by: Moment | NoDate | None = None,
        printed: str | None = None,
        note: Label | None = None,
        topic: Topic | None = None,
    ) -> Commitment:
        """Declare a service to be given. See `reaches` for the arguments."""
        made = self._commits(Deed.SERVE, id, Label(zh, en), promise, Printed(printed, unit, ""))
        return evolve(made, by=self._due(by), note=note, topic=topic or self.topic)

    def reaches(
        self,
        id: str,
        zh: str,
        en: str,
        promise: Number | Span | Value | Promise | None = None,
        unit: str = "",
        *,
        by: Moment | NoDate | None = None,
        printed: str | None = None,
        note: Label | None = None,
        topic: Topic | None = None,
    ) -> Commitment:
        """Declare a figure or a state to be reached that no shared indicator measures.

        Args:
            id: unique among the plan's commitments.
            zh: what is promised.
            en: the same in English.
            promise: how much; a bare number is a least number. Left out where the plan says no figure.
            unit: as printed, of bare numbers.
            by: the date, where it is not the passage's; `NO_DATE` where the document names none.
            printed: the figure as printed, where it is a word: 翻一番.
            note: the reading that the model takes, where the words leave a choice.
            topic: the subject, where it is not the passage's.
        """
        made = self._commits(Deed.REACH, id, Label(zh, en), promise, Printed(printed, unit, ""))
        return evolve(made, by=self._due(by), note=note, topic=topic or self.topic)

    def introduces(
        self,
        id: str,
        zh: str,
        en: str,
        promise: Number | Span | Value | Promise | None = None,
        unit: str = "",
        *,
        by: Moment | NoDate | None = None,
        printed: str | None = None,
        note: Label | None = None,
        topic: Topic | None = None,
    ) -> Commitment:
        """Declare a rule, a system or a document to be introduced. See `reaches` for the arguments."""
        made = self._commits(Deed.INTRODUCE, id, Label(zh, en), promise, Printed(printed, unit, ""))
        return evolve(made, by=self._due(by), note=note, topic=topic or self.topic)

    def _when(self, period: Moment | None) -> Period:
        return self.period if period is None else as_period(period)

    def _due(self, by: Moment | NoDate | None) -> Period | None:
        return self.by if by is None else None if isinstance(by, NoDate) else as_period(by)

    def _commits(
        self,
        deed: Deed,
        id: str,
        label: Label,
        content: Number | Span | Value | Promise | None,
        printed: Printed,
    ) -> Commitment:
        counted = _counted_in(printed.unit or "")
        made = Commitment(id, label, deed, self.by, self.topic, self.clause, printed=printed)
        if content is None:
            return made
        promised = promise_in(content, counted, self.clause)
        if isinstance(promised, Missing):
            return evolve(made, printed=evolve(printed, value=promised.printed))
        predicate = promised.predicate(counted, Direction.UP)
        return evolve(made, predicate=predicate, printed=evolve(printed, comparator=promised.said))


def _counted_in(word: str) -> Unit:
    """The unit of a figure whose label says what is counted; 个 by itself is no organisation here."""
    if word == "个" or (word in CLASSIFIERS and Unit.counting(word) is None):
        return _THING
    return Unit.parse(word)
