"""`doctor`: the installation and the plugins. It answers even where all else is broken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import command
from civaffairs.errors import message

if TYPE_CHECKING:
    from civaffairs.errors import Fault
    from civaffairs.loading.doctor import Diagnosis


@command("doctor")
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
def doctor_command(*, as_json: bool) -> int:
    """Examine the installation. Returns 1 where something is broken."""
    from civaffairs.loading.doctor import diagnose

    diagnosis = diagnose()
    # Plain lines: the library that draws tables may be what is broken.
    click.echo(json.dumps(_record(diagnosis), ensure_ascii=False, indent=1) if as_json else diagnosis.text())
    return 1 if diagnosis.faults else 0


def _record(diagnosis: Diagnosis) -> dict[str, object]:
    return {
        "python": diagnosis.python,
        "civaffairs": diagnosis.civaffairs,
        "libraries": [
            {
                "name": each.distribution,
                "extra": each.extra,
                "version": each.version,
                "fault": _fault(each.fault) if each.fault else None,
            }
            for each in diagnosis.libraries
        ],
        "settings": dict(diagnosis.settings),
        "plugins": [
            {
                "name": report.name,
                "distribution": report.distribution,
                "version": report.version,
                "status": report.status.name.lower(),
                "stage": report.stage.name.lower(),
                "declares": dict(report.counts),
                "faults": [_fault(each) for each in report.faults],
            }
            for report in diagnosis.plugins
        ],
        "unseen": [_fault(each) for each in diagnosis.unseen],
    }


def _fault(each: Fault) -> dict[str, str]:
    return {"code": each.code, "where": each.where, "zh": each.text("zh"), "en": each.text("en")}
