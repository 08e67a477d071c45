"""The small library of findings that an invitation can lean on, each with where it comes from.

The figures are those that the guidebook on collaboration cites; the sentences are ours. They say
what was seen together in many schools, and never promise anything to one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workflows.words import mark


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found out: its name in lists, what it says, and who says so."""

    id: str
    name: str
    claim: str
    source: str


FINDINGS: tuple[Finding, ...] = (
    Finding(
        "achievement",
        mark("More students at standard where people collaborate"),
        mark(
            "In the schools that collaborated most, on average 12.5% more students were at or "
            "above standard in language arts, and 4.5% more in maths, than in those that "
            "collaborated least. The schools' poverty was taken into account."
        ),
        "Rubinstein 2014; McCarthy and Rubinstein 2017",
    ),
    Finding(
        "turnover",
        mark("Teachers stay where people collaborate"),
        mark(
            "Where people collaborated little, teacher turnover was 3.5 times higher in schools "
            "with much poverty than in those with little. Where they collaborated a lot, there "
            "was no statistical difference."
        ),
        "McCarthy and Rubinstein 2017",
    ),
    Finding(
        "resource",
        mark("Principals and building reps as a resource"),
        mark(
            "Stronger collaboration went along with shared goals, more mentoring, and more trust "
            "in one's own effect. Principal and building rep were both seen as people who help "
            "with the work."
        ),
        "Rubinstein and McCarthy 2014",
    ),
    Finding(
        "role",
        mark("The building rep's role grows"),
        mark(
            "Where people collaborated, building reps did not only pass on grievances. They also "
            "spoke for teaching quality, and carried news within their school and between schools."
        ),
        "Rubinstein and McCarthy 2016",
    ),
    Finding(
        "district",
        mark("Partnership in the district, collaboration in schools"),
        mark(
            "Where district and association worked as partners, there was more collaboration in "
            "the schools, and good ideas travelled further."
        ),
        "McCarthy and Rubinstein 2017",
    ),
    Finding(
        "voice",
        mark("Educators want a say"),
        mark(
            "For many years educators have said that they want more of a say in decisions about "
            "their work, and that they do not have it."
        ),
        "Feistritzer 2011; Hodges 2018 (Gallup)",
    ),
    Finding(
        "safety",
        mark("The best teams feel safe to speak"),
        mark(
            "When Google looked at what its best teams have in common, feeling safe to speak up "
            "came first."
        ),
        "Feloni 2015",
    ),
    Finding(
        "trust",
        mark("Trust makes room for new ideas"),
        mark("Trust makes it easier to bear what is uncertain, and to try something new."),
        "Futernick 2016",
    ),
    Finding(
        "others",
        mark("Others do it already"),
        mark(
            "In one group of districts in New Jersey, 13 districts with 59 schools and more than "
            "5,000 educators work this way."
        ),
        "New Jersey School Labor-Management Collaborative",
    ),
    Finding(
        "law",
        mark("The law asks to be consulted"),
        mark(
            "The Every Student Succeeds Act of 2015 asks states and districts to consult "
            "educators, families and the community on their plans."
        ),
        "ESSA 2015",
    ),
)
"""Ten, so that they fit into one list of check boxes."""

_ROCKFORD = mark("To look at: the film on Rockford's journey, youtu.be/-35kK1Xndog")
_PEORIA = mark("To look at: the case study on Peoria High School, youtu.be/In6qKtbdYog")
_BOTH = mark(
    "To look at: the film on Rockford's journey, youtu.be/-35kK1Xndog, and the case study on "
    "Peoria High School, youtu.be/In6qKtbdYog"
)
_STUDY = mark("To read: McCarthy and Rubinstein 2017.")

READING: Mapping[str, str] = {
    "achievement": mark(
        "To read: McCarthy and Rubinstein 2017. To look at: the case study on Peoria High School, "
        "youtu.be/In6qKtbdYog"
    ),
    "retention": _STUDY,
    "empowerment": mark("To read: Feistritzer 2011, and Hodges 2018 (Gallup)."),
    "morale": _ROCKFORD,
    "discipline": _PEORIA,
    "suspensions": _BOTH,
    "graduation": _ROCKFORD,
    "college": _PEORIA,
    "advanced": _BOTH,
    "community": _ROCKFORD,
    "leaders": _STUDY,
    "other": mark("What you have seen yourself may say more than any study."),
}
"""Where to read or look on, for each issue an invitation can be about."""


def finding(id_: str) -> Finding | None:
    """Return a finding, or None."""
    return next((each for each in FINDINGS if each.id == id_), None)
