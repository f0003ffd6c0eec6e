"""`nosograph check`: every pack, lexicon and plate against its rules."""

import click

from nosograph.errors import CheckFailed
from nosograph.icd10cm.opening import open_release
from nosograph.illustration.checking import check_plates
from nosograph.knowledge.checking import check_packs
from nosograph.lexicons.checking import check_lexicons
from nosograph.lexicons.loading import load_lexicons
from nosograph.lexicons.vocabulary import known_values


@click.command()
def check() -> None:
    """Check every pack, lexicon and plate; print each problem with file and line."""
    keys = frozenset(open_release().entries)
    problems = [f"{p.file}:{p.line}: {p.message}" for p in check_lexicons(keys)]
    lexicons = load_lexicons()
    terms = {term.lower(): word.plain for term, word in lexicons.plain_words.items()}
    problems += check_packs(keys, values=known_values(lexicons), terms=terms)
    problems += check_plates()
    for problem in problems:
        click.echo(problem)
    if problems:
        raise CheckFailed(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} found")
    click.echo("packs, lexicons and plates keep their rules")
