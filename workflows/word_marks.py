"""Marks each word of a text, by one letter, with what it may be in a sentence about a student.

Then what speaks of a student is a short pattern over these letters (see workflows.student_words).
Every word is looked at once, whatever the text, so that a long one takes no longer than it must.

    N W n   a name of one word; of several; one that may be a plural
    T A R   a name of an adult; their title; their office
    P Q U   a pupil; pupils; a pupil with a capital letter
    O G Y C which grade; "grade"; a grade by its name; a class
    E S V   what is noted of one student; special education; what befell one student
    F f     a mother or a father; parents
    # K k M a number of 5 to 10 digits; "ID"; "number"; enrolment
    D B Z   a day; "date of birth"; "born"
    b g p   is; has; are and had
    a h j   the, one; her, his; an adverb or adjective that may stand between
    o d i l of, for; Spanish de; in, at; after, because
    w c e q who, named; and; each, per; what is counted or ruled
    X x     a school, a place or a body; any other word
    ' . , : possession; the end of a sentence; what parts it
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from unicodedata import combining, normalize

from workflows.ordinary_words import COMMON_ENDINGS, ORDINARY, ORGANISED

ADULT: Final = "T"
PUPIL: Final = "P"
PUPIL_IN_CAPITALS: Final = "U"
ID_NUMBER: Final = "#"
GRADE: Final = "O"
END: Final = "."
OTHER: Final = "x"

KNOWN: Final = "t"
"""One word of a name that the room knows; a name is known if all its words are."""
ORGANISATION: Final = "X"
INITIAL: Final = "I"
NAME: Final = "N"
NAME_OR_PLURAL: Final = "n"
"""One word that begins a sentence and ends in an s."""
WHOLE_NAME: Final = "W"
"""Several of them in a row, such as a first name and a surname."""

_MARKS: Final[Mapping[str, str]] = {
    word: mark
    for mark, words in {
        "P": "student pupil freshman sophomore kindergartner kindergartener preschooler grader "
        "child kid boy girl alumno alumna estudiante niño niña",
        "Q": "students pupils freshmen kindergartners preschoolers graders children kids boys "
        "girls alumnos alumnas estudiantes niños niñas",
        "O": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "primer primero segundo tercer tercero cuarto quinto sexto séptimo octavo noveno décimo",
        "G": "grade grado",
        "Y": "kindergarten preschool prekindergarten kínder preescolar",
        "C": "class classroom homeroom clase salón aula",
        "E": "iep suspension expulsion adhd autism dyslexia tdah autismo dislexia suspensión "
        "expulsión expediente",
        "V": "suspended expelled diagnosed bullied suspendido suspendida expulsado expulsada "
        "diagnosticado diagnosticada suspendieron expulsaron suspendimos expulsamos",
        "F": "mother mom mum father dad guardian grandmother grandfather stepmother stepfather "
        "mamá papá madre padre abuela abuelo",
        "f": "parents padres",
        "M": "matrícula",
        "K": "id",
        "k": "number número code código",
        "B": "dob birthdate",
        "Z": "born birthday nació nacido nacida cumpleaños",
        "b": "is was es fue era está estaba",
        "g": "has gets needs receives ha tiene tenía recibe recibió necesita",
        "p": "are were been being have had got need needed received son fueron sido han tienen",
        "l": "here there today after before during because when since until aquí allí hoy tras "
        "durante cuando desde hasta",
        "a": "a an the our my your this that one another un una el la los las al nuestro nuestra",
        "h": "his her their su",
        "j": "new former young current just again recently already also now still ya también "
        "recién nuevo nueva",
        "o": "of for about para sobre",
        "d": "de del",
        "i": "in from at on to near with inside outside en con",
        "w": "who named called que llamado llamada",
        "c": "and y e",
        "e": "per each every any no por cada ningún ninguna",
        "q": "rate rates data numbers process policy policies training trends tasa datos proceso",
        "A": "miss señor señora señorita don doña mister doctor doctora profe",
        "R": "teacher teachers educator educators principal director directors coach coaches "
        "counselor counselors superintendent president chair lead leads leader leaders "
        "representative representatives rep reps aide aides paraprofessional advocate "
        "advocates assistant nurse psychologist specialist specialists coordinator secretary clerk "
        "librarian staff team teams tutor mentor driver officer member colleague council "
        "committee maestra maestro maestras maestros docente docentes profesor profesora directora "
        "coordinador coordinadora orientador orientadora consejera consejero presidenta presidente "
        "superintendente superintendenta secretaria secretario enfermera enfermero equipo colega",
    }.items()
    for word in words.split()
}

_DIGITS_OF_A_GRADE: Final = 2
_DIGITS_OF_AN_ID: Final = range(5, 11)

CUES: Final = tuple(
    sorted(
        {word for word, mark in _MARKS.items() if mark in set("PQGYCEVFfMBZ")}
        | {"504", "special ed", "educación especial", "date of birth", "nacimiento"}
    )
)
"""In a text without any of these, in small letters, nobody is spoken of as a student."""

_LETTER = r"[^\W\d_]"
_TOKEN: Final = re.compile(
    rf"""
    (?P<D>\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}} | \d{{1,2}}[ ]de[ ]{_LETTER}+[ ](?:de|del)[ ]\d{{4}}
        | [A-Z][a-z]+[ ]\d{{1,2}},?[ ]\d{{4}})
  | (?P<O>\d{{1,2}}[ ]?(?:st|nd|rd|th|er|ro|do|to|\.?[ºª°])(?!\w))
  | (?P<E>(?i:504[ ]plan|plan[ ]504)\b | 504\b | NEE\b)
  | (?P<S>(?i:special[ ]ed(?:ucation)?|educación[ ]especial)\b)
  | (?P<B>(?i:date[ ]of[ ]birth|fecha[ ]de[ ]nacimiento)\b)
  | (?P<K>\#(?=\d))
  | (?P<k>(?i:no|núm|num|n)\.?[ ]?º?[ ]?(?=\d))
  | (?P<number>[$€£]?\d(?:[\d.,]*\d)?%?)
  | (?P<A>(?:Mr|Mrs|Ms|Mx|Dr|Dra|Sr|Sra|Srta|Prof|Profa)\b\.?)
  | (?P<x>U\.S\.(?:A\.)?|D\.C\.|St\.)
  | (?P<I>[A-ZÁÉÍÓÚÑ]\.)
  | (?P<word>{_LETTER}+(?:['’](?!s\b){_LETTER}+|-{_LETTER}+)*)
  | (?P<own>['’]s\b|(?<=s)['’])
  | (?P<end>[.!?;\n•])
  | (?P<colon>:)
  | (?P<comma>[,()"“”«»/\-–—*])
    """,
    re.VERBOSE,
)
_FIXED: Final[Mapping[str, str]] = {"own": "'", "end": END, "colon": ":", "comma": ","}

_BESIDE_ORGANISATION: Final = re.compile("(?<![NnIt])[NnIt]*+X[XNnIt]*")
_AFTER_TITLE: Final = re.compile("(?<=[AR])[NnIt]+")
_BEFORE_ROLE: Final = re.compile("(?<![NnIt])[NnIt]++(?=,?a?R)")
_IN_GENERAL: Final = re.compile("(?<=e)P")


_RUN: Final = re.compile("[NnIt]+|.")


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of a text, and from where to where stands in it what each of them marks."""

    marks: str
    spans: tuple[tuple[int, int], ...]


def mark_words(text: str, known: frozenset[str]) -> Marked:
    """Return the marks of a text, one for each word and one for each name.

    `known` are names, each word of them bare, that belong to no student.
    """
    pairs = tuple(_marks(text, known))
    marks = "".join(mark for mark, _ in pairs)
    marks = _BESIDE_ORGANISATION.sub(lambda found: OTHER * len(found[0]), marks)
    for adults in (_AFTER_TITLE, _BEFORE_ROLE):
        marks = adults.sub(lambda found: ADULT * len(found[0]), marks)
    marks = _IN_GENERAL.sub(OTHER, marks)
    runs = tuple(_RUN.finditer(marks))
    return Marked(
        "".join(_of_run(run[0]) for run in runs),
        tuple((pairs[run.start()][1][0], pairs[run.end() - 1][1][1]) for run in runs),
    )


def _of_run(run: str) -> str:
    if set(run) == {KNOWN}:
        return ADULT
    if len(run) > 1:
        return WHOLE_NAME
    return OTHER if run == INITIAL else run


def bare(word: str) -> str:
    """Return a word in small letters and without accents, which people leave out."""
    small = word.casefold()
    if small.isascii():
        return small
    return "".join(each for each in normalize("NFD", small) if not combining(each))


def _marks(text: str, known: frozenset[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the mark of each word, and where it stands."""
    begins = True
    for found in _TOKEN.finditer(text):
        kind = str(found.lastgroup)
        match kind:
            case "word":
                mark = _of_word(found[0], known, begins=begins)
            case "number":
                mark = _of_number(found[0])
            case _:
                mark = _FIXED.get(kind, kind)
        yield mark, found.span()
        begins = mark == END or (begins and mark == ",")


def _of_word(word: str, known: frozenset[str], *, begins: bool) -> str:
    small = word.casefold()
    is_capital = word[0].isupper()
    mark = PUPIL if small.endswith("-grader") else _MARKS.get(small)
    if mark:
        return PUPIL_IN_CAPITALS if mark == PUPIL and is_capital else mark
    if not is_capital:
        return OTHER
    if bare(word) in known:
        return KNOWN
    if len(word) == 1 or word.isupper():
        return OTHER
    if small in ORGANISED:
        return ORGANISATION
    if small in ORDINARY or (begins and small.endswith(COMMON_ENDINGS)):
        return OTHER
    return NAME_OR_PLURAL if begins and small.endswith("s") else NAME


def _of_number(number: str) -> str:
    if not number.isdecimal():
        return OTHER
    if len(number) <= _DIGITS_OF_A_GRADE:
        return GRADE
    return ID_NUMBER if len(number) in _DIGITS_OF_AN_ID else OTHER
