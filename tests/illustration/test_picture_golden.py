"""What pictures hold, as text: the three states of juvenile myelomonocytic leukemia differ exactly as they should."""

from pathlib import Path

import pytest

from nosograph.illustration.svg import render

from .conftest import Drawn

GOLDEN = Path(__file__).parent / "golden"


def told(scene, plates) -> str:
    """What a picture shows, in words and in order."""
    lines = [f"{scene.code}: {scene.title}", f"figure: {scene.figure}"]
    if scene.body:
        lines.append(f"plate: {scene.body.plate}")
        lines += [f"mark: {m.target} {m.emphasis}, label: {m.label}" for m in scene.body.marks]
    for panel in scene.panels:
        lines.append(f"panel: {panel.plate}{', mirrored' if panel.mirrored else ''}, heading: {panel.heading!r}")
        lines += [f"mark: {m.target} {m.emphasis}, label: {m.label}, sign: {m.sign}" for m in panel.marks]
    for strip in scene.strips:
        steps = [f"{'>' if i == strip.now else ''}{s.label} {s.level}" for i, s in enumerate(strip.steps)]
        lines.append(f"strip: {strip.title}: {', '.join(steps)}")
    lines += [f"remark: {scene.remark}", f"caption: {scene.caption}", f"description: {scene.description}"]
    words = [t.text for t in Drawn(render(scene, plates)).texts()]
    return "\n".join([*lines, "words in the picture:", *(f"  {w}" for w in words), ""])


@pytest.mark.parametrize("key", ["C93.30", "C93.31", "C93.32", "S72.001K", "O26.893", "W56.22XA"])
def test_golden_pictures_hold_what_they_held(scene, plates, golden, key):
    golden(GOLDEN / f"{key}.txt", told(scene(key), plates))
