"""What /developers tells of the Infobutton: questions that it really asks."""

from nosograph.web.machines.example import Example, Interface

_CODE = "mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c="
_FORM = "application/x-www-form-urlencoded"

INTERFACE = Interface(
    id="infobutton",
    name="Infobutton and MedlinePlus Connect",
    notes=(
        "For portals and electronic records. They ask as they ask MedlinePlus Connect, or any responder of "
        "HL7's Infobutton guide: only the address changes. /service gives Atom, JSON or a script that calls a "
        "function; /application leads people to the page, or to a search box where no code is sent.",
        "Every request names a code and the OID of its system. Codes of ICD-10-CM are taken in any spelling. "
        "Other systems are answered with an empty feed. What matches nothing is no error, as in MedlinePlus "
        "Connect; the header X-Nosograph-Match and the feed's category of the scheme urn:nosograph:match say "
        "why: exact, ancestor, retired, not a code, or another code system.",
        "One code gives its page and, after it, that of its category. Several codes, numbered from the second "
        "on (mainSearchCriteria.v.c1 with mainSearchCriteria.v.cs1), give one page each. The same name twice "
        "is refused with 400, an unknown knowledgeResponseType with 415.",
        "A sub-topic (subTopic.v.c, a MeSH qualifier) leads to the section that answers it. Age and sex "
        "choose the figure of the picture where the code leaves it open. informationRecipient=PROV adds the "
        "coding notes. Pages are in English; who asks in Spanish is told so. All other parameters of the "
        "guide are taken and ignored.",
        "Unlike MedlinePlus Connect, this service takes forms by POST, so that nothing about a person stands "
        "in an address, and sends back the OID of the code system as its category. The summary holds the "
        "whole page, as far as it is for everyone; with a member's token it holds the rest. An answer that "
        "was asked for one person may be kept by nobody, any other for an hour.",
    ),
    examples=(
        Example(
            says="A page as Atom, the usual form",
            address=f"/service?{_CODE}C93.32",
        ),
        Example(
            says="The same as JSON: text stands in _value, entry and link are always lists",
            address=f"/service?{_CODE}C93.32&knowledgeResponseType=application/json",
        ),
        Example(
            says="As a script that calls a function of the page that asks",
            address=f"/service?{_CODE}I10&knowledgeResponseType=application/javascript&callback=show",
        ),
        Example(
            says="Treatment (MeSH Q000628) for a patient of eight years, by a form: the answer is for nobody else",
            address="/service",
            body=f"{_CODE}J18.9&subTopic.v.cs=2.16.840.1.113883.6.177&subTopic.v.c=Q000628&age.v.v=8&age.v.u=a"
            "&knowledgeResponseType=application/json",
            media_type=_FORM,
        ),
        Example(
            says="A code that was retired is answered with the nearest entry of today, and says so",
            address=f"/service?{_CODE}T81.32XA&knowledgeResponseType=application/json",
        ),
        Example(
            says="A code of SNOMED CT: a whole feed without entries",
            address="/service?mainSearchCriteria.v.cs=2.16.840.1.113883.6.96&mainSearchCriteria.v.c=195967001"
            "&knowledgeResponseType=application/json",
        ),
        Example(
            says="The same name twice is refused, with the remedy",
            address=f"/service?{_CODE}C93.32&mainSearchCriteria.v.c=I10",
        ),
    ),
)
