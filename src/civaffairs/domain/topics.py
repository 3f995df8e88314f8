"""The subjects of civil affairs, by which plans, indicators and facts are sorted."""

from __future__ import annotations

from enum import Enum

from civaffairs.domain.names import Label


class Topic(Enum):
    """One subject. The Chinese term is that of the plans' chapters."""

    SOCIAL_ASSISTANCE = Label("社会救助", "social assistance")
    ELDERLY_CARE = Label("养老服务", "elderly care")
    CHILD_WELFARE = Label("儿童福利和未成年人保护", "child welfare and protection of minors")
    DISABILITY = Label("残疾人福利", "welfare of persons with disabilities")
    COMMUNITY = Label("社区服务与治理", "community services and governance")
    SOCIAL_ORGANISATIONS = Label("社会组织", "social organisations")
    SOCIAL_WORK = Label("社会工作和志愿服务", "social work and volunteering")
    CHARITY = Label("慈善事业", "charity")
    LOTTERY = Label("福利彩票", "welfare lottery")
    MARRIAGE = Label("婚姻登记", "marriage registration")
    FUNERALS = Label("殡葬服务", "funeral services")
    PLACE_NAMES = Label("区划地名", "administrative divisions and place names")
    FUNDING = Label("经费保障", "funding")
    ADMINISTRATION = Label("民政现代化能力", "capacity of civil affairs")

    @property
    def label(self) -> Label:
        """The subject in both languages."""
        return self.value

    @property
    def slug(self) -> str:
        """The subject as it is written in exports: `elderly_care`."""
        return self.name.lower()
