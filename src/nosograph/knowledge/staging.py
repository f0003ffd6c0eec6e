"""What may be said of an injury or a poisoning when it is no longer new.

Worked example: on S72.001S, what a broken hip left behind, "a fall is the usual cause" still stands, and "do not move
the person" does not. At a later visit (S72.001D) only what is marked as `fresh` is left out,
and where the break heals late, crooked or not at all (S72.001G), what is marked as `usual` too.
"""

from nosograph.knowledge.model import Scope, Stage, Statement

# What is over when only its traces are left. What it was and how it came about stay true.
_OVER = frozenset({"symptoms", "tests", "outlook", "supportive-care", "treatment", "get-help", "questions"})
# What side, episode or depth add is written for the code; the rest is written of the problem while it is there.
_OF_THE_PROBLEM = frozenset({Scope.CONDITION, Scope.PROCESS, Scope.KIND})


def fits_stage(statement: Statement, stage: Stage) -> bool:
    """Whether a statement is true at this stage."""
    if stage is Stage.FRESH or statement.lasting:
        return True
    if statement.fresh:
        return False
    if stage is not Stage.LEFT_BEHIND:
        return not (statement.usual and stage is Stage.HEALING_BADLY)
    if statement.section not in _OVER:
        return True
    return statement.scope not in _OF_THE_PROBLEM or "sequela" in dict(statement.when.facets).get("episode", ())
