"""`/application`: the same questions as of `/service`, answered to people: a page instead of data.

Worked example: `/application?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=C93.32` leads to
`/C93.32`; without a code it is a search box, as that of MedlinePlus Connect is.
"""

from django.http import HttpRequest, HttpResponse

from nosograph.api.infobutton.asking import MAIN, asked, has_code
from nosograph.icd10cm.spelling import printable
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door
from nosograph.web.machines.infobutton.landing import as_landing_page, landing, search_box
from nosograph.web.machines.parameters import parameters_of


@door("GET", "POST", told=as_landing_page)
def application(request: HttpRequest, asker: Asker) -> HttpResponse:
    """`/application`"""
    parameters = parameters_of(request)
    if not has_code(parameters):
        names = [value for name, value in parameters if name == f"{MAIN}.dn"]
        return search_box(request, printable(names[0].strip(), longest=200) if names else "")
    return landing(request, asked(parameters))
