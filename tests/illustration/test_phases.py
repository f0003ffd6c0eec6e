"""The phase of an entry as a strip: what the steps are, and where "now" stands."""

import pytest

from nosograph.facets.model import Facets, Kind
from nosograph.illustration.phases import phase_of


def steps(facets):
    phase = phase_of(facets)
    return phase and ([s.label for s in phase.strip.steps], phase.strip.now, phase.value)


@pytest.mark.parametrize(
    ("remission", "labels", "now"),
    [
        ("not having achieved remission", ["Found", "Not in remission", "Remission"], 1),
        ("in remission", ["Found", "Treatment", "Remission"], 2),
        ("in relapse", ["Found", "Remission", "Relapse"], 2),
    ],
)
def test_a_cancer_has_the_course_that_its_status_says(remission, labels, now):
    assert steps(Facets(kind=Kind.NEOPLASM, remission=remission)) == (labels, now, remission)


def test_the_line_is_high_while_there_is_disease_and_low_in_remission():
    levels = {
        status: [s.level for s in phase_of(Facets(kind=Kind.NEOPLASM, remission=status)).strip.steps]
        for status in ("not having achieved remission", "in remission", "in relapse")
    }
    assert levels["in remission"][-1] == 0
    assert levels["in relapse"][1] == 0 < levels["in relapse"][2]
    assert min(levels["not having achieved remission"][:2]) > 0.5


def test_remission_of_a_mental_disorder_has_no_course_of_a_cancer():
    assert phase_of(Facets(kind=Kind.MENTAL, remission="in remission")) is None


@pytest.mark.parametrize(("trimester", "now"), [("first", 0), ("second", 1), ("third", 2), ("unspecified", None)])
def test_a_trimester_stands_among_the_thirds_of_a_pregnancy(trimester, now):
    phase = phase_of(Facets(kind=Kind.PREGNANCY, trimester=trimester))
    assert phase.strip.now == now
    assert [s.label.split(":")[0] for s in phase.strip.steps] == ["First", "Second", "Third"]
    assert ("leaves it open" in phase.sentence) == (now is None)


@pytest.mark.parametrize(
    ("kind", "episode", "healing", "now", "label"),
    [
        (Kind.INJURY, "initial encounter", None, 1, "Active treatment"),
        (Kind.INJURY, "subsequent encounter", "routine", 2, "Healing as expected"),
        (Kind.INJURY, "subsequent encounter", "delayed", 2, "Healing slowly"),
        (Kind.INJURY, "subsequent encounter", "nonunion", 2, "Bone not joined"),
        (Kind.INJURY, "subsequent encounter", "malunion", 2, "Joined out of place"),
        (Kind.INJURY, "subsequent encounter", None, 2, "Healing"),
        (Kind.POISONING, "sequela", None, 3, "Lasting effects"),
        (Kind.EXTERNAL_CAUSE, "initial encounter", None, 1, "Active treatment"),
        (Kind.DISEASE, "sequela", None, 3, "Lasting effects"),
    ],
)
def test_an_encounter_stands_among_the_phases_of_care(kind, episode, healing, now, label):
    labels, found, value = steps(Facets(kind=kind, episode=episode, healing=healing))
    assert (found, labels[found], len(labels)) == (now, label, 4)
    assert value == (f"{episode}, {healing}" if healing else episode)


@pytest.mark.parametrize(
    ("kind", "start"),
    [(Kind.INJURY, "Injury"), (Kind.POISONING, "Harm by a substance"), (Kind.EXTERNAL_CAUSE, "Event")],
)
def test_the_first_step_is_what_happened(kind, start):
    assert steps(Facets(kind=kind, episode="sequela"))[0][0] == start


def test_what_comes_after_now_has_not_passed():
    for episode in ("initial encounter", "subsequent encounter", "sequela"):
        strip = phase_of(Facets(kind=Kind.INJURY, episode=episode)).strip
        assert [s.passed for s in strip.steps] == [i <= strip.now for i in range(4)]


def test_without_a_phase_there_is_no_strip():
    assert phase_of(Facets(kind=Kind.DISEASE)) is None


def test_the_sentence_tells_where_now_stands_without_the_picture():
    assert "rises again to relapse" in phase_of(Facets(kind=Kind.NEOPLASM, remission="in relapse")).sentence
    healing = phase_of(Facets(kind=Kind.INJURY, episode="subsequent encounter", healing="nonunion"))
    assert healing.sentence.endswith("stands at bone not joined.")


def test_every_phase_of_the_release_can_be_told(facets):
    told = {phase.value for f in facets.values() if (phase := phase_of(f))}
    assert {"in relapse", "in remission", "not having achieved remission", "sequela", "third trimester"} <= told
    assert "subsequent encounter, nonunion" in told
    missing = [k for k, f in facets.items() if (f.episode or f.trimester) and phase_of(f) is None]
    assert missing == []
