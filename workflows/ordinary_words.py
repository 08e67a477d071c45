"""Words that are written with a capital letter and are no names of people.

English and Spanish, in small letters. It need not be complete: whatever begins a sentence is a name
only where what follows speaks for it (see workflows.student_words).
"""

from typing import Final

_CALENDAR: Final = """
january february march april may june july august september october november december enero febrero
marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre monday tuesday wednesday
thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo spring summer
fall autumn winter thanksgiving christmas easter halloween ramadan primavera verano otoño invierno
navidad
"""
_PLACES: Final = """
avenue boulevard building campus central centre city county drive east highway plaza road room
square state states street suite town united valley village avenida calle centro ciudad condado
edificio estado estados parque unidos
"""
_STATES: Final = """
america american alabama alaska arizona arkansas california colorado connecticut delaware florida
hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york ohio oklahoma
oregon pennsylvania rhode tennessee texas utah vermont washington wisconsin wyoming
"""
_SCHOOL: Final = """
academy achievement act activities administration admissions adviser advisor advisory advocacy
advocate affairs agreement aide alliance art arts assembly assistant association athletics
attendance award band behavior biology board body bus cafeteria calendar center charter chemistry
child children choir chromebook chromebooks classroom clerk club coach code college committee
community conduct conference council counselor counselors curriculum data day days department
development director discipline district education elementary engagement engineering enrollment
equity ethics expo fair families family federation find forum foundation government governor grade
grading graduation growth guidance guide gym handbook health high history home homework instruction
intermediate internet job junior kindergarten leader leaders leadership league learning library
local lunch manual math mathematics mayor meeting mentor middle monitor music national network
newspaper nurse office officer organization outcomes parent parents partnership physics plan
planning policy portal preschool president primary principal principals professional profile program
programs project psychologist public pupil pupils reading recess record records registrar relations
report representative representatives resource rights safety schedule scholarship school schools
science secondary secretary section senate senior services social staff student students studies
success summit superintendent supervisor support survey survival table task teacher teachers team
technology testing title transportation treasurer trustee trustees tutoring union university vice
voice wellbeing wellness work workshop writing youth academia acta asamblea asistencia asociación
biblioteca boletín carta centro código colegio comedor comisión comité comunidad consejo consejera
consejero coordinador coordinadora currículo departamento derechos desarrollo dirección directora
disciplina distrito docente docentes educación equipo escolar escuela escuelas estudiantil familia
familias federación feria foro grado graduación historia instituto inspectora inspector jardín
jefatura junta ley liceo maestra maestras maestro maestros matemáticas mesa ministerio música
nacional padres presidenta presidente primaria profesor profesora programa proyecto pública público
química reglamento reunión salón secretaría secundaria semana servicios sindicato sociales
superintendenta superintendente taller título tutoría universidad vocal
"""
_TONGUES: Final = """
arabic armenian chinese english french german haitian hmong italian japanese korean latin mandarin
portuguese russian somali spanish tagalog vietnamese español inglés francés portugués african asian
black christian european hispanic indian jewish latina latino latinx muslim native
"""
_THINGS: Final = """
canvas chrome classlink clever concord discord excel google instagram kahoot khan microsoft outlook
powerschool powerpoint seesaw slack teams tiktok twitter windows word youtube zoom ap ell esl esser
ferpa hr iep ieps ppe pta pto sat sel steam stem tdah adhd wifi federal medicaid constitution
supreme covid dibels
"""
_BEGINNINGS: Final = """
a about above according after again against all almost along already also although always among an
and another any anybody anyone anything as at away back based because before behind being below
besides best better between both but by can clearly come could dear did do does done during each
early either else enough even every everybody everyone everything few finally first five for four
from further give given go good great had has have he hello help hence her here hers hi his how
however i if in indeed instead into is it its just keep last late lately later least less let like
little long look lots make many maybe me meanwhile mine more moreover most much must my near neither
never next no nobody none nor not note nothing now of off often ok okay old on once one only or
other others otherwise our ours out over overall per perhaps please question reminder same second
see several shall she should since six so some somebody someone something sometimes somewhere soon
still such sure tell ten than thank thanks that the their them then there therefore these they third
this those though three through thus today together tomorrow tonight too toward two under unless
until up upon us very was we well were what whatever when whenever where whether which while who
whoever whole whom whose why with within without would yes yesterday yet you your action agenda
answer anger bathroom behaviour budget case cell child concern concerns dad decision draft example
father feedback food goal goals idea ideas item lesson mom money mother name neighborhood noise
option outside overtime pay payroll phone pizza practice problem process proposal reason respect
result speech step strength success summary talk tardy technology time topic traffic travel trust
truancy turn uniform use violence vote adónde además ahí ahora al algo alguien algún alguna algunas
alguno algunos allí ambas ambos ante antes aquel aquella aquí así aún aunque ayer bajo bien buena
bueno buenas buenos cada casi como cómo con contra cual cuál cualquier cuando cuándo cuánto cuya de
del desde después día donde dónde durante e el él ella ellas ellos en entonces entre era es esa esas
ese eso esos esta está estaba estamos están estas este esto estos fue fueron gracias ha hace hacia
hasta hay hola hoy igual la las le les lo los luego más mejor menos mi mientras mis mucha muchas
mucho muchos muy nada nadie ni ningún ninguna nos nosotras nosotros nota nuestra nuestras nuestro
nuestros nunca o ojalá otra otras otro otros para pero poco pocos por porque primera primero
propuesta pues que qué quien quién quizá quizás sea según segunda segundo ser si sí siempre sin sino
sobre solo sólo son su sus también tampoco tan tanto tenemos tener tercera tercero tiene tienen toda
todas todavía todo todos tras tu tus un una unas uno unos usted ustedes vamos varias varios y ya yo
alumna alumnas alumno alumnos estudiante estudiantes niña niñas niño niños mamá papá madre padre
clase meta metas objetivo tema temas tiempo
"""

ORGANISED: Final = frozenset((_PLACES + _SCHOOL).split())
"""Words of places, bodies and offices: capitalised words beside them belong to those."""

ORDINARY: Final = ORGANISED | frozenset(
    (_CALENDAR + _STATES + _TONGUES + _THINGS + _BEGINNINGS).split()
)
"""No names of people, wherever they stand. Names that are months or states as well are missed."""

COMMON_ENDINGS: Final = (
    *("tion", "sion", "ment", "ness", "ity", "ing", "ship", "ism", "ance", "ence", "ly", "ful"),
    *("ción", "sión", "miento", "dad", "mente", "aje", "anza", "encia", "ismo", "ando", "iendo"),
)
"""How words end that are hardly names of people; it decides at the beginning of a sentence."""
