"""Whether a statement tells what one can do, or only describes.

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


def tells_an_act(text: str) -> bool:
    """Whether a sentence of the text is an imperative."""
    return bool(_ACT.search(text))
