"""Pairs of entries as people write them when they look back: to be put together, or not."""

Pair = tuple[str, str]

SAME: tuple[Pair, ...] = (
    ("Our meetings run over time", "Meetings always run over the time we set"),
    (
        "Send the agenda two days before the meeting",
        "The agenda should be sent two days before we meet",
    ),
    (
        "Teachers were not asked before the schedule changed",
        "The schedule was changed, and teachers weren’t asked before",
    ),
    ("The data came too late to use", "We got the data too late"),
    ("Both sides listened to each other", "Each side really listened to the other side"),
    ("Many parents did not know about the survey", "Parents didn't know there was a survey"),
    ("It was not clear who decides", "Who decides was never clear to me"),
    (
        "Childcare helped families come to the meeting",
        "With childcare more families came to the meeting",
    ),
    (
        "Written minutes helped us remember what we agreed",
        "The minutes help us remember what was agreed",
    ),
    (
        "Substitutes should be booked earlier",
        "Book the substitutes much earlier so that teachers can come",
    ),
    ("Las reuniones siempre empiezan tarde", "Empiezan tarde las reuniones"),
    ("Faltó tiempo para hablar de los datos", "Nos faltó más tiempo para hablar sobre los datos"),
    (
        "Los padres no recibieron la encuesta",
        "Muchos padres nunca recibieron la encuesta en su idioma",
    ),
    ("La agenda llegó tarde", "Otra vez nos llegó tarde la agenda de la reunión"),
    (
        "Fue útil que cada persona escribiera sus ideas primero",
        "Escribir primero las ideas fue muy útil",
    ),
)
"""What somebody would put together."""

DIFFERENT: tuple[Pair, ...] = (
    ("Meetings started on time", "Meetings did not start on time"),
    ("Las reuniones terminan tarde", "Las reuniones empiezan tarde"),
    (
        "Send the agenda two days before the meeting",
        "Send the minutes two days after the meeting",
    ),
    ("Read the minutes before the meeting", "Read the minutes after the meeting"),
    ("The budget was shared early with everyone", "The calendar was shared early with everyone"),
    ("We need more time for questions", "We need less time for questions"),
    (
        "We agreed on the reading goals for third grade",
        "We set the math goals for third grade",
    ),
    (
        "New teachers need a mentor in their first year",
        "New principals need a mentor in their first year",
    ),
    ("It was not clear who decides", "It was not clear how we decide"),
    ("Reading scores rose", "Reading scores rose only in two schools"),
    ("Clear goals", "Clear goals were missing"),
    ("Good discussion", "Good discussion, bad decision"),
    ("Los maestros participaron en la decisión", "Los maestros no participaron en la decisión"),
    (
        "Hay que traducir la encuesta para las familias",
        "Hay que acortar la encuesta para las familias",
    ),
    (
        "Más tiempo para planear juntos",
        "Menos tiempo en juntas y más para planear las clases",
    ),
)
"""What shares words, and means something else."""

LATER_SAME: tuple[Pair, ...] = (
    (
        "Translation at the town hall mattered",
        "It mattered that there was translation at the town hall",
    ),
    ("The survey results were hard to read", "Survey results were really hard to read"),
    ("Too much email between meetings", "There was too much email between our meetings"),
    ("We lost two weeks over the holidays", "Over the holidays two weeks were lost"),
    ("Tener una meta clara ayudó", "Nos ayudó tener una meta clara"),
    (
        "Visit schools before the plan is written",
        "The plan was written before anyone visited schools",
    ),
    ("Las juntas fueron demasiado largas", "Juntas demasiado largas"),
    ("Ask students what they think", "Nobody asked students what they think"),
)
"""More of it, written later."""

LATER_DIFFERENT: tuple[Pair, ...] = (
    ("The survey results were hard to read", "The survey results were hard to believe"),
    ("Bring the data to the meeting", "Bring snacks to the meeting"),
    ("We finished phase one early", "We finished phase two early"),
    (
        "The new schedule works for the high school",
        "The new schedule works for the middle school",
    ),
    ("Ask for a second facilitator", "Ask for a second scribe"),
    ("Las metas fueron claras", "Las metas fueron demasiadas"),
    (
        "El distrito compartió los datos de asistencia",
        "El distrito compartió los datos de lectura",
    ),
    ("The plan was ready", "The plan was almost ready for the board in June"),
    ("Attendance was high at the first forum", "Attendance was low at the first forum"),
    ("Pay for childcare", "Childcare pay is too low for the staff we need"),
    ("Some teachers came to the forum", "All teachers came to the forum"),
    ("Principals trust the committee", "Principals trust the committee chair"),
    ("We want to keep the survey", "We want to keep the survey short"),
    ("The board heard our report", "The board heard our report late"),
    ("Change the meeting place", "Change the meeting time"),
    ("La mesa directiva aprobó el plan", "La mesa directiva casi aprobó el plan"),
    ("We used to meet every week", "We meet every week"),
    ("Stop sending long emails", "Sending long emails"),
    ("I felt heard in the small groups", "I felt lost in the small groups"),
    ("People knew what to do next", "People asked what to do next"),
)
"""Written later to lead the suggestions astray; where one did, they became more careful."""
