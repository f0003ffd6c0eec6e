"""`/api/icd10cm/v3/search`: codes and names that begin as typed, as a bare array, for clients of NLM's Clinical Tables.

Worked example: `/api/icd10cm/v3/search?terms=juv+myelo+relapse` is
`[1,["C93.32"],null,[["C93.32","Juvenile myelomonocytic leukemia, in relapse"]]]`.
"""

from django.http import HttpRequest, HttpResponse

from nosograph.api.tables.asking import table_asked
from nosograph.api.tables.searching import answer
from nosograph.web import shelf
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door, same_for_all
from nosograph.web.machines.json_answer import as_problem, json_answer
from nosograph.web.machines.parameters import parameters_of


@door("GET", "POST", told=as_problem)
def search(request: HttpRequest, asker: Asker) -> HttpResponse:
    """`/api/icd10cm/v3/search`"""
    asked = table_asked(dict(parameters_of(request)))
    return same_for_all(json_answer(answer(shelf.atlas().code_table(), asked)))
