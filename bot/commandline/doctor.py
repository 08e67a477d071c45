"""Checks the installation: one line a check, and how to put right what is wrong."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from bot.checkup import Finding, Health, check_up
from bot.commandline.options import config_option
from bot.slack_checkup import check_slack


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(config: Path | None, *, as_json: bool) -> None:
    """Check this installation, and say how to put right what is wrong."""
    from bot.discord_checkup import check_discord  # noqa: PLC0415 - it takes a second to load

    findings = [*check_up(config), *check_slack(config), *check_discord(config)]
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        click.echo("\n".join(_line(finding) for finding in findings))
    sys.exit(any(finding.health is Health.FAIL for finding in findings))


def _line(finding: Finding) -> str:
    fix = f"  Fix: {finding.fix}" if finding.fix else ""
    return f"{finding.health:<4}  {finding.check}: {finding.words}{fix}"
