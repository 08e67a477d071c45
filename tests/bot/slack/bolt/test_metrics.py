"""An operator sees how many requests came, what became of them, and how long Slack waited."""

from datetime import timedelta

from bot.platforms.slack.bolt.metrics import Metrics, Outcome
from tests.bot.slack.bolt.office import Office
from tests.bot.slack.bolt.payloads import ACTION, CANARY, COMMAND, EVENT
from tests.bot.slack.edge.letters import post, stamped


def test_an_operator_reads_the_form_that_prometheus_reads() -> None:
    metrics = Metrics()
    metrics.answered("command", Outcome.DONE, timedelta(milliseconds=5))
    metrics.answered("command", Outcome.DONE, timedelta(milliseconds=7))
    metrics.answered("command", Outcome.LATE, timedelta(seconds=3))
    metrics.answered("command", Outcome.DONE, timedelta(seconds=-1))
    metrics.refused("signature")

    assert metrics.text().splitlines() == [
        "# HELP concord_slack_requests_total Requests that came from Slack.",
        "# TYPE concord_slack_requests_total counter",
        'concord_slack_requests_total{kind="command",outcome="done"} 3',
        'concord_slack_requests_total{kind="command",outcome="late"} 1',
        "# HELP concord_slack_refused_total Requests that were turned away at the edge.",
        "# TYPE concord_slack_refused_total counter",
        'concord_slack_refused_total{reason="signature"} 1',
        "# HELP concord_slack_answer_seconds How long Slack waited for an answer.",
        "# TYPE concord_slack_answer_seconds histogram",
        'concord_slack_answer_seconds_bucket{kind="command",le="0.005"} 2',
        *(
            f'concord_slack_answer_seconds_bucket{{kind="command",le="{bound}"}} 3'
            for bound in (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
        ),
        'concord_slack_answer_seconds_bucket{kind="command",le="+Inf"} 4',
        'concord_slack_answer_seconds_sum{kind="command"} 3.012000',
        'concord_slack_answer_seconds_count{kind="command"} 4',
    ]


async def test_an_operator_sees_what_became_of_requests(office: Office) -> None:
    await office.send(COMMAND)
    await office.send(COMMAND)
    office.register.installations.clear()
    office.clock.time += timedelta(minutes=1)
    await office.send(ACTION)
    await post(office.app, stamped(b"{}", office.clock()), b"{}")
    await post(office.app, [], b"{}")

    lines = office.metrics.text().splitlines()

    assert [line.split("_", 2)[2] for line in lines if "total{" in line] == [
        'requests_total{kind="action",outcome="missing"} 1',
        'requests_total{kind="command",outcome="done"} 1',
        'requests_total{kind="command",outcome="duplicate"} 1',
        'requests_total{kind="unknown",outcome="unreadable"} 1',
        'refused_total{reason="unsigned"} 1',
    ]


async def test_an_operator_sees_nothing_that_a_person_sent(office: Office) -> None:
    await office.send(COMMAND)
    await office.send({**EVENT, "type": CANARY})

    text = office.metrics.text()

    assert CANARY not in text
    assert "U1" not in text
