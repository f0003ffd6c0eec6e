"""Whether a statement tells what one can do, or only describes; and the sign of what it tells.

Worked example: "Offer small drinks often." tells an act; "Most children drink less when they are ill." does not.
"""

import re

# An act is told in the imperative, which opens a sentence; what only describes does not belong on a list to tick.
_ACT = re.compile(
    r"(?:^|[.!?] )(?:Do not|Never|Always|Try|Keep|Ask|Take|Drink|Rest|Wear|Eat|Move|Use|Wash|Avoid|Check|Write|Tell|"
    r"Learn|Stop|Sleep|Bring|Plan|Stay|Let|Put|Give|Hold|Raise|Limit|Clean|Cover|Cool|Go|Get|Talk|Make|Walk|Stretch|"
    r"Practice|Exercise|Find|Carry|Follow|Watch|Look|Help|Offer|Share|Join|Call|See|Set|Start|Store|Choose|Have|Weigh|"
    r"Measure|Note|Change|Turn|Test|Teach|Show|Read|Count|Brush|Rinse|Lie|Sit|Stand|Breathe|Apply|Remove|Protect|Spread|"
    r"Save|Prepare|Treat|Lock|Fasten|Hug|Accept|Allow|Quit|Feed|Bathe|Dress|Say|Speak|Support|Return|Add|Leave|Cut)\b"
)


# What may stand before an imperative: when, or in which case, to do it.
_BEFORE = re.compile(
    r"(?:In|On|At|After|Before|During|For|With|When|While|If|Until|Once|As|From)\b[^,.;:!?]*[,:] (?=[a-z])"
)


def tells_an_act(text: str) -> bool:
    """Whether a sentence of the text is an imperative."""
    return bool(_ACT.search(text) or _ACT.match(_bare(text)))


def _bare(text: str) -> str:
    """The text without the words that open it by saying when: "In the first days, rest the foot" asks to rest."""
    before = _BEFORE.match(text)
    return f"{text[before.end()].upper()}{text[before.end() + 1 :]}" if before else text


# What opens a statement, and the sign of the act that it tells; the first that fits counts.
_SIGNS = (
    ("no-alcohol", (
        r"(?:Drink (?:no|little|less|only a little)|Do not drink|Have n"
        r"o|Avoid|Leave out|Cut down on|Limit) alcohol"
    )),
    ("no-smoke", (
        r"Do not smoke|(?:Stop|Quit|Avoid) smoking|Do not let anyone smoke|"
        r"(?:Keep|Stay) away from (?:tobacco )?smoke"
    )),
    ("sun", (
        r"(?:Stay|Keep) out of the sun|Protect (?:the|your|a child's) skin from (?:the |strong )?sun|"
        r"Wear sunscreen|Use sunscreen"
    )),
    ("lock", (
        r"Lock|Store|"
        r"Keep [a-z ]+ (?:locked|out of (?:the )?reach|away from children)"
    )),
    ("write", r"Write|Note|Keep (?:a|your) (?:list|diary|log|record|note|calendar)|Take photos"),
    ("carry", (
        r"Carry|Bring|Wear a (?:medical|bracelet|tag)|Keep (?:your|a) [a-z ]+ with you|"
        r"Take your [a-z ]+ along"
    )),
    ("look", r"Look|Check|Watch for|Watch the|Feel (?:the|your)|Examine"),
    ("weigh", r"Weigh"),
    ("wash", r"Wash|Clean (?:the|your) hands|Rinse"),
    ("cold", (
        r"Cool|Put (?:something|a) (?:cold|cool)|Put ice|A cold|(?:Try )?[Cc]old packs|Hold something cold|"
        r"Use a cold"
    )),
    ("warm", (
        r"Keep (?:the [a-z ]+|it|yourself|your [a-z ]+|them|warm)? ?warm|Use (?:a )?(?:warm|heat)|"
        r"Put (?:a|something) warm|Warm"
    )),
    ("raise", (
        r"Raise|Prop|Put (?:the|your) (?:leg|foot|feet|legs|arm|hand) up|"
        r"Keep (?:the|your) (?:leg|foot|feet|legs|arm|hand|limb)s? (?:up|raised)"
    )),
    ("rest", r"Rest|Sleep|Take (?:breaks|it easy|time to rest|rests)|Lie (?:down|on)|Go to bed|Plan (?:rest|breaks)"),
    ("move", (
        r"Move|Walk|Stay active|Keep (?:active|moving)|Stretch|Train|Exercise|Be active|"
        r"Do (?:the|your) (?:\w+ )?exercises|Practice the exercises|Go for walks"
    )),
    ("drink", (
        r"Drink(?! (?:no|little|less))|Sip|"
        r"(?:Offer|Give) (?:small |many |plenty of |enough |frequent |a child )?(?:sips|drinks|water|fluids)"
    )),
    ("eat", r"Eat|Choose foods?|Feed|Have (?:small|regular) meals|Leave out (?:food|what)|Offer (?:small )?meals"),
    ("medicines", (
        r"Take (?:all |every |each |only |your |the |pain )?(?:\w+ )?"
        r"(?:medicines?|pills?|tablets?|antibiotics?|doses?|drugs?)"
    )),
    ("skin", r"(?:Put|Rub|Use|Apply) [a-z ]*(?:cream|ointment|moisturi[sz]er|lotion|gel)"),
    ("talk", r"Ask|Tell|Talk|Speak|Show|Say|Let (?:the|your) (?:care team|doctor|school|teachers?|family)|Share"),
    ("call", r"Call"),
    ("do-not", r"Do not|Never|Avoid|Keep away from|Stay away from"),
)  # fmt: skip
_SIGN = re.compile("|".join(f"(?P<{name.replace('-', '_')}>(?:{opens})\\b)" for name, opens in _SIGNS))


def sign_of(text: str) -> str:
    """The name of the sign of the act that opens the text; empty where there is none for it.

    Worked example: "Drink enough, best in small sips." has the sign "drink".
    """
    found = _SIGN.match(_bare(text))
    return (found.lastgroup or "").replace("_", "-") if found else ""
