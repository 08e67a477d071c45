"""What looks like information about one student is found, and ordinary talk of schools is not."""

import pytest

from workflows.student_words import about_students

TO_BE_STOPPED = {
    # sentence: what of it is found
    "The student Jayden Smith left early twice.": "student Jayden Smith",
    "Our student, Ana Vega, needs a quiet place.": "student, Ana Vega",
    "Student: Marcus. He is late every day.": "Student: Marcus",
    "A student (J.S.) hit a teacher.": "student (J.S.",
    "We spoke with students named Ana and Leo.": "students named Ana",
    "Jayden Smith, a 3rd grade student, came late.": "Jayden Smith, a 3rd grade student",
    "Aaliyah Brown is a freshman and skips lunch.": "Aaliyah Brown is a freshman",
    "Ana and Leo are students here.": "Ana and Leo are students",
    "Ethan Lee (grade 4) needs a desk.": "Ethan Lee (grade 4",
    "Marcus is in third grade and cannot read yet.": "Marcus is in third grade",
    "Please check on Tyler from Ms. Lopez's class.": "Tyler from Ms. Lopez's class",
    "Jayden's IEP was late again.": "Jayden's IEP",
    "Emma has an IEP and nobody told the sub.": "Emma has an IEP",
    "Liam is on a 504 plan since March.": "Liam is on a 504 plan",
    "James gets special education.": "James gets special education",
    "The suspension of J. Smith split the staff.": "suspension of J. Smith",
    "Noah Carter was suspended for three days.": "Noah Carter was suspended",
    "They suspended DeShawn after the fight.": "suspended DeShawn",
    "Sofia's mother called the office again.": "Sofia's mother",
    "Look up student 4471023 before we meet.": "student 4471023",
    "Student ID: 20198834 was left out.": "Student ID: 20198834",
    "Her ID is 4471023, please add it.": "Her ID is 4471023",
    "DOB 3/14/2015, please add to the file.": "DOB 3/14/2015",
    "Olivia Park, born on March 14, 2015, moved.": "Olivia Park, born on March 14, 2015",
    "El alumno Juan Pérez no trajo la tarea.": "alumno Juan Pérez",
    "La estudiante Lucía Fernández fue suspendida.": "estudiante Lucía Fernández",
    "Los alumnos Juan y Pedro pelearon otra vez.": "alumnos Juan y Pedro",
    "Camila es una alumna nueva en mi clase.": "Camila es una alumna nueva",
    "Juan, de tercer grado, llega tarde.": "Juan, de tercer grado",
    "Diego está en la clase de la maestra López.": "Diego está en la clase de la maestra López",
    "El expediente de Mateo Rojas está incompleto.": "expediente de Mateo Rojas",
    "La matrícula de Mateo Rojas está incompleta.": "matrícula de Mateo Rojas",
    "Sara tiene un plan 504 desde enero.": "Sara tiene un plan 504",
    "Tomás tiene NEE y nadie lo sabía.": "Tomás tiene NEE",
    "Martina Soto fue expulsada en mayo.": "Martina Soto fue expulsada",
    "Suspendieron a Diego por pelear.": "Suspendieron a Diego",
    "La mamá de Valentina vino a la reunión.": "mamá de Valentina",
    "Número de matrícula 4471023, por favor revisar.": "matrícula 4471023",
    "Expediente 8812345: falta una firma.": "Expediente 8812345",
    "Fecha de nacimiento: 14/3/2015.": "Fecha de nacimiento: 14/3/2015",
    "Pedro Díaz nació el 3 de marzo de 2015.": "Pedro Díaz nació el 3 de marzo de 2015",
}

TO_BE_LET_THROUGH = (
    "Students in grade 3 need more recess.",
    "The Student Council met Mr. Garcia on Tuesday.",
    "Lincoln School opens the gym on Saturdays.",
    "The IEP process takes too long.",
    "Our 504 plans are due in October.",
    "Maria will call the superintendent.",
    "Grace and Sam will ask the students.",
    "Dev Patel will bring the IEP forms.",
    "A student told Maria Chen about the bus.",
    "Ana Ruiz, 3rd grade teacher, keeps the notes.",
    "Ana Ruiz is a student teacher in third grade.",
    "Teachers have IEP meetings on Thursdays.",
    "Teachers had an IEP meeting.",
    "Negotiations were suspended in May.",
    "The contract with Riverside was suspended in 2019.",
    "The suspension rate at Lincoln is too high.",
    "Lincoln's suspension rate is too high.",
    "Joan Rivera chairs the special education committee.",
    "Principal Garcia and Superintendent Maria Chen agree.",
    "We met in Mr. Lee's classroom after school.",
    "Spanish students in Ms. Lopez's class read well.",
    "Parents, students and staff met at Lincoln Elementary.",
    "Invite one parent, one student and Ms. Lopez.",
    "Yesterday, a student asked for help.",
    "Each student gets a Chromebook and a library card.",
    "Student Voice Survey: send it in May.",
    "The Student Opportunity Act pays for this.",
    "Room 12 on Washington Street is free.",
    "We serve 35000 students in 48 schools.",
    "We spend 12500 dollars per student.",
    "Plan B. is ready for every U.S. student.",
    "In 2.5 hours HR and the PTA meet one student.",
    "Call the meeting ID 883920114 at noon.",
    "On 3/14/2026 the students have a test.",
    "Los estudiantes de tercer grado necesitan más recreo.",
    "La directora García hablará con las familias.",
    "El proceso del IEP tarda demasiado.",
    "Nuestra escuela Lincoln abre los sábados.",
    "María llamará al superintendente.",
    "La matrícula es de 35000 estudiantes.",
    "El Consejo Estudiantil se reunió con el Sr. García.",
    "Cada alumno recibe un libro en agosto.",
    "La maestra López enseña tercer grado.",
    "Educación especial necesita dos aulas.",
)


@pytest.mark.parametrize("sentence", TO_BE_STOPPED)
def test_what_is_about_a_student_is_found(sentence: str) -> None:
    assert about_students(sentence)[:1] == (TO_BE_STOPPED[sentence],)


@pytest.mark.parametrize("sentence", TO_BE_LET_THROUGH)
def test_ordinary_talk_is_let_through(sentence: str) -> None:
    assert about_students(sentence) == ()


def test_a_name_that_the_team_knows_is_no_students() -> None:
    sentence = "Maria Chen is in third grade today; Maria Vega is in third grade."

    assert about_students(sentence, ["Maria Chen"]) == ("Maria Vega is in third grade",)


def test_all_pieces_of_a_text_are_found_also_among_other_lines() -> None:
    text = "\n".join(TO_BE_LET_THROUGH) + "\nJayden's IEP.\n" + "\n".join(TO_BE_LET_THROUGH)

    assert about_students(f"{text}\nStudent 4471023") == ("Jayden's IEP", "Student 4471023")


@pytest.mark.parametrize("word", ["Ana ", "Ana, ", "J. ", "a'", "9", "12/", "School Ana ", "ID "])
def test_a_text_made_to_take_long_is_read_all_the_same(word: str) -> None:
    """Patterns that went over it again and again would take minutes for this."""
    hostile = f"student. {word * 40_000}"

    assert about_students(hostile) == ()
