"""What the conversations read like from beginning to end: see tests/transcripts.

`pytest tests/workflows/test_transcripts.py --rewrite` writes the transcripts anew.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.factories import FOUR, packaged, room
from tests.stage import Stage
from tests.transcript import Transcript
from tests.workflows.retro_told import PROMISED, tell_retro
from workflows.keeping import CATEGORIES

FOLDER = Path(__file__).parent.parent / "transcripts"

IDEAS = {
    "en": (
        "Tuesdays at 3:30",
        "Notes within two days",
        "Everyone once, then again",
        "Ask before we vote",
        "Say it early and kindly",
        "We, not they",
    ),
    "es": (
        "Los martes a las 3:30",
        "Notas en dos días",
        "Cada quien una vez, luego otra",
        "Preguntar antes de votar",
        "Decirlo pronto y con calma",
        "Nosotros, no ellos",
    ),
}
CONCERN = {
    "en": "Two days are too short in report card week.",
    "es": "Dos días son muy pocos en la semana de notas.",
}


INVITES = {
    "en": (
        "Dana Reyes, principal",
        "Half of her new teachers leave within three years",
        "Our newest colleague left before the winter break.",
        "We have a day to look at the figures together",
        "I picture a June in which nobody says goodbye.",
        "This year we said goodbye four times.",
        "We could ask those who stayed.",
        "Tell me what you think.",
        "Could we look at the exit talks for half an hour, by Tuesday?",
    ),
    "es": (
        "Dana Reyes, directora",
        "La mitad de sus docentes nuevos se va antes de tres años",
        "Nuestra colega más nueva se fue antes del invierno.",
        "Tenemos un día para mirar juntas las cifras",
        "Me imagino un junio sin despedidas.",
        "Este año nos despedimos cuatro veces.",
        "Podríamos preguntar a quienes se quedaron.",
        "Dime qué piensas.",
        "¿Miramos media hora las conversaciones de salida, para el martes?",
    ),
}


def _norms(language: str) -> str:
    story = _opened("norms", language)
    story.part("1. Ana chooses the pace")
    story.sees("ana")
    story.says("ana", pace="now")
    story.part("2. Everyone writes in silence")
    story.card()
    story.sees("bo")
    for name in FOUR:
        for category, idea in zip(CATEGORIES, IDEAS[language], strict=True):
            story.says(name, **{f"idea_{category}": f"{idea} ({name})"})
    story.part("3. The ideas are shown without names, and become commitments")
    story.card()
    story.thread("idea-logistics")
    story.opens("cy", "commit-logistics")
    for category, idea in zip(CATEGORIES, IDEAS[language], strict=True):
        story.says("cy", **{f"commit_{category}": idea})
    story.goes_on()
    _consent(story, language)
    story.record()
    return story.text()


def _consent(story: Transcript, language: str) -> None:
    story.part("4. Dee objects, and the group mends it")
    story.sees("dee")
    for name in ("ana", "bo", "cy"):
        story.says(name, norm_stance="agree")
    story.says("dee", norm_stance="object")
    story.says("dee", norm_reason=CONCERN[language])
    story.thread("norm-reason")
    story.says("bo", commit_records=IDEAS[language][1].replace("two", "three"))
    story.goes_on()
    story.part("5. Everyone can live with it")
    for name in FOUR:
        story.says(name, norm_stance="agree")
    story.sees("dee")


def _decision(language: str) -> str:
    story = _opened("decision", language)
    _mark(story)
    _decide(story)
    _stand_by_it(story)
    story.record()
    return story.text()


def _mark(story: Transcript) -> None:
    story.part("1. Ana names the decision")
    story.sees("ana")
    parties = tuple(party.id for party in story.stage.room.parties)
    story.says(
        "ana", title="Early-release days", parties=parties, accountable="bo", decide_by="2026-12-01"
    )
    story.says("ana", pace="day")
    story.part("2. Everyone marks what they expect and wish, and nobody sees it")
    story.card()
    story.sees("cy")
    marks = {"ana": "explained-a", "bo": "shared", "cy": "heard-a", "dee": "shared"}
    for name, expected in marks.items():
        story.says(name, expected=expected, wished="shared")
    story.part("3. The marks lie apart: talk first")
    story.card()
    story.goes_on()


def _decide(story: Transcript) -> None:
    story.part("4. Bo sets the level")
    story.sees("bo")
    story.says("bo", level="shared", reason="It touches everybody's week.")
    story.says("bo", method="fist")
    story.part("5. A proposal, a concern, a better proposal")
    story.says("bo", proposal="Both days for planning in teams.")
    story.sees("dee")
    for name in ("ana", "bo", "cy"):
        story.says(name, fist="4")
    story.says("dee", fist="2")
    story.says("dee", fist_reason="Nobody watches the younger children.")
    story.sees("bo")
    story.says("bo", proposal="Both days for planning, with child care at the school.")
    for name in FOUR:
        story.says(name, fist="4")


def _stand_by_it(story: Transcript) -> None:
    story.part("6. Bo states the outcome, and each says whether they stand by it")
    story.card()
    story.says("bo", outcome="Planning, with child care at the school.", review_on="2027-03-01")
    for name in ("ana", "bo", "cy"):
        story.says(name, support="yes")
    story.says("dee", support="noted")
    story.says("dee", dissent="I would rather have one long day.", sign_dissent="yes")
    story.sees("ana")


def _invitation(language: str) -> str:
    story, says = _opened("invitation", language), INVITES[language]
    story.part("1. Ana says whom she invites")
    story.sees("ana")
    story.says("ana", invitee=says[0], topic="retention", issue=says[1])
    story.part("2. What speaks for it, and what should come of it")
    story.sees("ana")
    story.says("ana", findings=("turnover", "trust"), story=says[2])
    story.says("ana", outcome=says[3])
    story.part("3. A style, and her words")
    story.sees("ana")
    story.says("ana", style="contrast")
    story.sees("ana")
    story.says("ana", contrast_opener=says[4], contrast_today=says[5], contrast_path=says[6])
    story.says("ana", ask=says[7], ask_by="2026-12-01")
    story.part("4. It does not fit yet")
    story.sees("ana")
    story.says("ana", fits="no")
    story.says("ana", ask=says[8], ask_by="2026-12-01")
    story.part("5. Nobody else sees anything of it")
    story.sees("bo")
    story.says("ana", fits="yes")
    story.record()
    return story.text()


def _retro(language: str) -> str:
    facts = {"promised": PROMISED[language]}
    story = _opened("retro", language, facts)
    tell_retro(story, language)
    return story.text()


def _opened(workflow: str, language: str, facts: Mapping[str, str] | None = None) -> Transcript:
    table = room(FOUR, language=language)
    return Transcript(Stage(packaged(workflow), table=table, facts=facts))


@pytest.mark.parametrize(
    ("name", "play", "language"),
    [
        ("norms-en", _norms, "en"),
        ("norms-es", _norms, "es"),
        ("decision-en", _decision, "en"),
        ("decision-es", _decision, "es"),
        ("invitation-en", _invitation, "en"),
        ("invitation-es", _invitation, "es"),
        ("retro-en", _retro, "en"),
        ("retro-es", _retro, "es"),
    ],
)
def test_a_conversation_reads_as_it_is_written_down(
    name: str, play: Callable[[str], str], language: str, request: pytest.FixtureRequest
) -> None:
    told = play(language)

    file = FOLDER / f"{name}.txt"
    if request.config.getoption("--rewrite"):
        file.write_text(told, "utf-8")
    assert told == file.read_text("utf-8")
