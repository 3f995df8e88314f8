"""Cemeteries and facilities for ashes (公墓、骨灰安放设施): plots, their sizes, how many are used."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from civaffairs.domain.models.fact import amount, count, fact, model, within
from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label
from civaffairs.errors import Fault


class CemeteryNature(Term):
    """Whether a cemetery serves the public or the market; rules on size and price differ."""

    PUBLIC_BENEFIT = Label("公益性公墓", "public-benefit cemetery")
    COMMERCIAL = Label("经营性公墓", "commercial cemetery")


class CemeteryLevel(Term):
    """For which area a cemetery was built."""

    CITY = Label("市级", "city")
    COUNTY = Label("县级", "county")
    TOWNSHIP = Label("乡镇(街道)级", "township or sub-district")
    VILLAGE = Label("村级", "village")


@model("公墓", "cemetery")
class Cemetery:
    """A cemetery, or a building or wall for ashes.

    Plots (墓位) and niches for ashes (骨灰存放格位) are counted apart. Where sizes differ, the largest is
    given, since limits are about the largest.

    Attributes:
        name: official name.
        nature: public-benefit or commercial.
        level: for which area it was built.
        plots: all plots, used and free, of every kind.
        single_plots: plots for one person.
        joint_plots: plots for two.
        ecological_plots: plots for land-saving and ecological burial (节地生态安葬), of whatever size.
        used_plots: plots taken.
        single_plot_area: floor of the largest plot for one person.
        joint_plot_area: floor of the largest plot for two.
        stone_height: height of the tallest stone above ground.
        flat_stones: whether all stones lie flat (卧碑、平碑).
        niches: all niches for ashes.
        used_niches: niches taken.

    Raises:
        ModelInvalid: with everything that is wrong, as a part that is more than its whole.

    Example:
        >>> from decimal import Decimal
        >>> hill = Cemetery(
        ...     name="桃源区公益性公墓",
        ...     nature=CemeteryNature.PUBLIC_BENEFIT,
        ...     plots=2100,
        ...     used_plots=1400,
        ...     single_plot_area=Decimal("0.48"),
        ... )
        >>> hill.single_plot_area
        Decimal('0.48')
    """

    name: str = fact("名称", "name")
    nature: CemeteryNature = fact("公墓性质", "kind of cemetery")
    level: CemeteryLevel | None = fact("公墓层级", "level", default=None)
    plots: int | None = count("墓位数", "plots", unit="个墓位", default=None)
    single_plots: int | None = count("单人墓位数", "single plots", unit="个墓位", default=None)
    joint_plots: int | None = count("双人墓位数", "joint plots", unit="个墓位", default=None)
    ecological_plots: int | None = count("节地生态墓位数", "ecological plots", unit="个墓位", default=None)
    used_plots: int | None = count("已用墓位数", "used plots", unit="个墓位", default=None)
    single_plot_area: Decimal | None = amount(
        "单人墓位占地面积", "area of a single plot", unit="平方米/个墓位", default=None
    )
    joint_plot_area: Decimal | None = amount(
        "双人墓位占地面积", "area of a joint plot", unit="平方米/个墓位", default=None
    )
    stone_height: Decimal | None = amount("墓碑高度", "height of a stone", unit="米", default=None)
    flat_stones: bool | None = fact("全部使用平碑", "with flat stones only", default=None)
    niches: int | None = count("骨灰存放格位数", "niches", unit="niche", default=None)
    used_niches: int | None = count("已用骨灰存放格位数", "used niches", unit="niche", default=None)

    def check(self) -> Iterator[Fault]:
        """Yield what cannot be true together."""
        yield from within(self, "plots", "single_plots", "joint_plots")
        yield from within(self, "plots", "ecological_plots")
        yield from within(self, "plots", "used_plots")
        yield from within(self, "niches", "used_niches")
