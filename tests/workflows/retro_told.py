"""A retro from beginning to end, as its transcript tells it."""

from collections.abc import Mapping

from tests.factories import FOUR
from tests.transcript import Transcript
from workflows.events import Chair
from workflows.retro_questions import QUESTIONS

PROMISED = {
    "en": "Ask the board for an hour a week (Bo)\nWrite to all mentors (Cy)",
    "es": "Pedir a la junta una hora por semana (Bo)\nEscribir a los mentores (Cy)",
}

SAID = {
    "en": {
        "topic": "Our first year of mentoring",
        "notes": "We wanted fewer to leave, and began late.",
        "lesson": "Ask mentors before the plan is made.",
        "action": "Ask for one free hour a week",
        "plan": "Monday after the staff meeting",
        "celebrate": "Seven of nine stayed.",
    },
    "es": {
        "topic": "Nuestro primer año de mentoría",
        "notes": "Queríamos que se fueran menos, y empezamos tarde.",
        "lesson": "Preguntar a los mentores antes de hacer el plan.",
        "action": "Pedir una hora libre por semana",
        "plan": "El lunes tras la reunión",
        "celebrate": "Siete de nueve se quedaron.",
    },
}

WRITTEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "aims-goal": ("Fewer new teachers leave\nMore talk", "Nobody should be alone"),
        "aims-course": ("We began a month late",),
        "results-what": ("Two of nine left\nThe survey is better", "Two of nine left"),
        "working-norms": ("We did start on time", "We forgot to ask everyone"),
        "ahead-better": ("Mentors need time\nBegin in August",),
    },
    "es": {
        "aims-goal": ("Que se vayan menos docentes nuevos\nMás diálogo", "Que nadie esté solo"),
        "aims-course": ("Empezamos un mes tarde",),
        "results-what": ("Se fueron dos de nueve\nLa encuesta mejoró", "Se fueron dos de nueve"),
        "working-norms": ("Empezamos a tiempo", "Olvidamos preguntar a todos"),
        "ahead-better": ("Los mentores necesitan tiempo\nEmpezar en agosto",),
    },
}


def tell_retro(story: Transcript, language: str) -> None:
    """Write down a retro: from the plan to the record."""
    _begin(story, language)
    _look_at_aims(story, language)
    _look_at_the_rest(story, language)
    _take_along(story, language)
    story.part("8. Was it worth it?")
    story.sees("dee")
    for name in FOUR:
        story.says(name, worth="partly" if name == "cy" else "yes", sharing="yes")
    story.record()


def _begin(story: Transcript, language: str) -> None:
    says = SAID[language]
    story.part("1. Ana plans the retro, and Bo is drawn")
    story.sees("ana")
    story.says("ana", topic=says["topic"], pace="hour", day="2026-11-05", time="15:30")
    story.takes_the_chair("bo")
    story.card()
    story.part("2. What was promised last time comes first")
    story.goes_on()
    story.sees("bo")
    story.goes_on()


def _look_at_aims(story: Transcript, language: str) -> None:
    story.part("3. Everyone writes in silence")
    story.card()
    story.sees("cy")
    _write(story, language, "aims", signs="bo")
    story.part("4. The thoughts are shown without names, but where somebody gave theirs")
    story.thread("aims-goal")
    story.sees("dee")
    story.takes_the_chair("dee", Chair.SCRIBE)
    story.says("dee", aims_notes=SAID[language]["notes"])
    story.sees("bo")
    story.goes_on()


def _look_at_the_rest(story: Transcript, language: str) -> None:
    story.part("5. Results, and how they work together")
    for section in ("results", "working"):
        _write(story, language, section)
        story.goes_on()
    story.part("6. Three dots for each")
    _write(story, language, "ahead")
    story.sees("ana")
    for name in FOUR:
        options = story.stage.opens(name).form.inputs[0].options
        story.stage.says(name, dots=(options[0].value, options[-1].value))


def _take_along(story: Transcript, language: str) -> None:
    says = SAID[language]
    story.part("7. What they take along")
    story.sees("bo")
    story.says("cy", lesson=says["lesson"], kind="process", share="partners")
    story.says("cy", what=says["action"], owner="bo", due="2026-12-01", plan=says["plan"])
    story.says("ana", celebrate=says["celebrate"])
    story.card()
    story.goes_on()


def _write(story: Transcript, language: str, section: str, *, signs: str = "") -> None:
    """Let people write to the questions of a section; some have nothing to say to some."""
    for field in QUESTIONS:
        if field.startswith(section):
            said = WRITTEN[language].get(field, ())
            for name, text in zip(FOUR, (*said, "", "", "", ""), strict=False):
                sign = "yes" if name == signs and text else "no"
                says = story.says if text else story.stage.says
                says(name, **{field: text, f"{field}-sign": sign})
