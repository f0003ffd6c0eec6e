"""An article: structured, never HTML."""

from dataclasses import dataclass

from nosograph.illustration.model import Scene
from nosograph.knowledge.model import Stage, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a code and its meaning: `.3`, "juvenile myelomonocytic leukemia"."""

    part: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section; with no statements it says plainly that nothing is known yet (`empty` holds that sentence)."""

    id: str
    heading: str
    statements: tuple[Statement, ...] = ()
    empty: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Whether a named clinician has reviewed the condition's pack, and when; dates are written 2026-11-23.

    `written` is when the newest pack was first written, `changed` when some text was last changed, `reviewed` the last
    full review. `due` is when the next one is due at the latest: a year after the last for cancers, else three.
    """

    status: str
    written: str
    changed: str | None = None
    reviewed: str | None = None
    due: str | None = None
    by: str | None = None

    @property
    def latest(self) -> str:
        """The newest day on which something of the page's text was written, changed or reviewed."""
        return max(self.written, self.changed or "", self.reviewed or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that a page says of one entry; `scene` is its illustration, `stage` when in the life of an injury it is."""

    summary: str
    decoded: tuple[Part, ...]
    also_called: tuple[str, ...]
    sections: tuple[Section, ...]
    review: Review
    scene: Scene
    stage: Stage = Stage.FRESH
