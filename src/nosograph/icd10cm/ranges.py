"""Ranges of categories: which block lies within which, and which umbrella blocks stand over an entry.

Worked example: block `T20-T25` lies within `T20-T32` (burns and corrosions), which has no categories of its own: an
umbrella. The release prints umbrellas beside the blocks they cover, and so does the hierarchy here; only this file
knows that they belong together. Refuses nothing.
"""

from nosograph.icd10cm.model import Entry, Level, Release


def bounds(block_key: str) -> tuple[str, str]:
    """The first and last category of a block's key: `C00-C14` gives `C00` and `C14`."""
    first, _, last = block_key.partition("-")
    return first, last or first


def encloses(outer: str, inner: str) -> bool:
    """Whether one block's key spans another's and is not the same."""
    (first, last), (inner_first, inner_last) = bounds(outer), bounds(inner)
    return outer != inner and first <= inner_first and inner_last <= last


def umbrellas(release: Release, entry: Entry) -> tuple[Entry, ...]:
    """The umbrella blocks over an entry, widest first: for C50.9 `C00-C96`, then `C00-C75`; for a chapter none."""
    line = (*release.ancestors(entry), entry)
    block = next((above for above in line if above.level is Level.BLOCK), None)
    if block is None or block.parent is None:
        return ()
    beside = (release.entries[key] for key in release.entries[block.parent].children)
    over = [other for other in beside if not other.children and encloses(other.key, block.key)]
    return tuple(sorted(over, key=lambda other: sum(encloses(other.key, third.key) for third in over), reverse=True))


def blocks_under(release: Release, umbrella: Entry) -> tuple[Entry, ...]:
    """The blocks that an umbrella block covers, in document order; () for a block with categories of its own."""
    if umbrella.level is not Level.BLOCK or umbrella.children or umbrella.parent is None:
        return ()
    beside = release.entries[umbrella.parent].children
    return tuple(release.entries[key] for key in beside if encloses(umbrella.key, key))
