"""What /developers tells of the table of codes: questions that it really asks."""

from nosograph.web.machines.example import Example, Interface

_ADDRESS = "/api/icd10cm/v3/search"

INTERFACE = Interface(
    id="tables",
    name="NLM Clinical Tables",
    notes=(
        "For fields that complete what one types, with the clients and parameters of NLM's Clinical Table "
        "Search Service: terms, maxList, count, offset, q, df, sf, cf and ef.",
        "The answer is a bare array: 0, how many codes there are; 1, the codes that are sent (the field cf); "
        "2, the extra fields by name, or null (it does not hold the names); 3, for each code the strings to "
        "show (the fields df).",
        "Only billable codes are listed. Each of the typed terms must begin a word of the code or the name. "
        "The very code comes first, then codes that begin so, then names, common things before rare ones.",
        "Unlike NLM's service, sf is code,name where nothing is said. There it is the code alone, and a "
        "search for words finds nothing. The fields are code and name; another is refused with 400.",
        "Of q a small part is read: conditions on code and name with AND between them, NOT or - before one, * "
        "at the end of a word, words in quotes for name, and several values in brackets with OR: code:(C92* "
        'OR C93*) AND NOT name:"in relapse". All else is refused with 400.',
    ),
    examples=(
        Example(says="Two beginnings of words", address=f"{_ADDRESS}?terms=juv+relap"),
        Example(
            says="Three codes of a beginning, with the names as an extra field called title",
            address=f"{_ADDRESS}?terms=C93.3&maxList=3&df=code&ef=name:title",
        ),
        Example(
            says="Only below a category, by a constraint",
            address=f"{_ADDRESS}?terms=acute&q=code:(C92*+OR+C93*)+AND+NOT+name:%22in+relapse%22&count=4",
        ),
        Example(
            says="By a form: what is typed does not stand in an address",
            address=_ADDRESS,
            body="terms=hypertension&count=2",
            media_type="application/x-www-form-urlencoded",
        ),
        Example(
            says="What is no constraint is refused, with what would be one",
            address=f"{_ADDRESS}?terms=&q=code:%5BA00+TO+B99%5D",
        ),
    ),
)
