"""`/service`: what is known of a code, as Atom, JSON or a script, for clients of MedlinePlus Connect and of HL7.

Worked example: `/service?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=C93.32` is a feed with
the page of C93.32 and that of its category. What is asked for one person is kept by nobody.
"""

from django.http import HttpRequest, HttpResponse

from nosograph.api.infobutton.answering import feed
from nosograph.api.infobutton.asking import asked
from nosograph.web import shelf
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door, same_for_all
from nosograph.web.machines.infobutton.forms import PAGE, form_of, reader_of, told_as
from nosograph.web.machines.infobutton.landing import landing
from nosograph.web.machines.json_answer import as_problem
from nosograph.web.machines.parameters import parameters_of


@door("GET", "POST", told=as_problem)
def service(request: HttpRequest, asker: Asker) -> HttpResponse:
    """`/service`"""
    parameters = parameters_of(request)
    form = form_of(parameters)
    wanted = asked(parameters)
    if form == PAGE:
        return landing(request, wanted)
    response = told_as(feed(shelf.atlas(), wanted, reader_of(request, asker)), form, parameters)
    return response if wanted.personal else same_for_all(response)
