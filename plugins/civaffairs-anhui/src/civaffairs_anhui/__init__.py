"""安徽省 Anhui and 池州市 Chizhou: the layers between the nation and Guichi."""

from civaffairs import Jurisdiction, Label, Level, hookimpl

anhui = Jurisdiction("anhui", Label("安徽省", "Anhui Province"), Level.PROVINCE, "340000", "china")
chizhou = Jurisdiction("chizhou", Label("池州市", "Chizhou"), Level.CITY, "341700", "anhui")


@hookimpl
def civaffairs_jurisdictions() -> list[Jurisdiction]:
    """Declare the province and the city."""
    return [anhui, chizhou]
