"""Regular expressions of filters, matched in a time that grows with the text alone, whatever the pattern.

A filter's pattern comes from outside, and one like `(a+)+$` makes a matcher that tries and turns back work for years.
So a pattern becomes a set of states that are all walked at once (Thompson 1968), and what was walked is remembered.
It must match the whole text, as FHIR's regexes do. Grammar: literals, `.`, `[a-z]`, `[^a-z]`, `\\d \\w \\s` and their
opposites, `(...)`, `(?:...)`, `|`, `? * +`, `{2}`, `{2,}`, `{2,5}`, and `^`, `$` at the ends.
Worked example: `compiled("C9[0-6]\\..*")("C93.32")` is true.
Refused: what goes beyond (back references, looking around, flags), a pattern of over 200 characters, and one that
repeats so often that it would need over 2,000 states.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import printable

LONGEST, MOST_STATES, MOST_REMEMBERED = 200, 2_000, 5_000
_MOST_REPEATS = 1_000

Test = Callable[[str], bool]
_CLASSES: dict[str, Test] = {
    "d": str.isdecimal, "w": lambda c: c.isalnum() or c == "_", "s": str.isspace,
    "D": lambda c: not c.isdecimal(), "W": lambda c: not (c.isalnum() or c == "_"), "S": lambda c: not c.isspace(),
}  # fmt: skip
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r"}


@dataclass(slots=True)
class _State:
    """Either tests one character and goes on, or leads on without one."""

    test: Test | None = None
    onward: list[int] = field(default_factory=list)


class Pattern:
    """A pattern, as a function from a text to whether it matches the whole of it."""

    def __init__(self, states: list[_State], first: int, last: int, needed: str) -> None:
        self._states, self._last, self._needed = states, last, needed
        self._start = self._closed({first})
        self._steps: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def __call__(self, text: str) -> bool:
        if self._needed not in text:  # most texts are told so, without a step
            return False
        now, steps = self._start, self._steps
        for character in text:
            key = (now, character)
            after = steps.get(key)
            if after is None:
                after = self._step(now, character)
                if len(steps) > MOST_REMEMBERED:
                    steps.clear()
                steps[key] = after
            if not after:
                return False
            now = after
        return self._last in now

    def _step(self, now: frozenset[int], character: str) -> frozenset[int]:
        hit: set[int] = set()
        for n in now:
            test = self._states[n].test
            if test is not None and test(character):
                hit.update(self._states[n].onward)
        return self._closed(hit)

    def _closed(self, numbers: set[int]) -> frozenset[int]:
        """The states, and all that they lead to without a character."""
        seen, todo = set(numbers), list(numbers)
        while todo:
            state = self._states[todo.pop()]
            if state.test is None:
                for n in state.onward:
                    if n not in seen:
                        seen.add(n)
                        todo.append(n)
        return frozenset(seen)


def compiled(pattern: str) -> Pattern:
    """The pattern. Raises BadInput for one that is not of the grammar, or too large."""
    if len(pattern) > LONGEST:
        raise BadInput(f"the pattern has {len(pattern)} characters; give one of at most {LONGEST}")
    reader = _Reader(pattern)
    first, last = reader.choice()
    if reader.at < len(reader.text):
        raise reader.refused("has a ) too many")
    return Pattern(reader.states, first, last, "" if reader.has_ways else reader.needed)


class _Reader:
    """Reads a pattern by recursive descent; each method gives the first and last state of what it read."""

    def __init__(self, pattern: str) -> None:
        self.shown = printable(pattern)
        self.text = pattern.removeprefix("^")
        if self.text.endswith("$") and not self.text.endswith("\\$"):
            self.text = self.text[:-1]
        self.at = 0
        self.states: list[_State] = []
        self.depth, self.has_ways = 0, False
        self.run = self.needed = ""  # characters in a row that every match has, outside groups; the longest such

    def refused(self, why: str) -> BadInput:
        return BadInput(f"the pattern {self.shown!r} {why}; use literals, classes, groups, | and ? * + {{n,m}} alone")

    def choice(self) -> tuple[int, int]:
        ways = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            ways.append(self._sequence())
        if len(ways) == 1:
            return ways[0]
        self.has_ways = self.has_ways or not self.depth
        first, last = self._new(), self._new()
        for begin, end in ways:
            self._join(first, begin)
            self._join(end, last)
        return first, last

    def _sequence(self) -> tuple[int, int]:
        first = last = self._new()
        while self._next() not in ("", "|", ")"):
            begin, end = self._repeated()
            self._join(last, begin)
            last = end
        return first, last

    def _repeated(self) -> tuple[int, int]:
        start = self.at
        piece = self._atom()
        stop = self.at
        least, most = self._times()
        if not self.depth:
            literal = _literal(self.text[start:stop]) if (least, most) == (1, 1) else ""
            self.run = self.run + literal if literal else ""
            self.needed = max(self.needed, self.run, key=len)
        if self._next() in ("*", "+", "{"):
            raise self.refused("repeats a repetition")
        if (least, most) == (1, 1):
            return piece
        return self._copies(piece, (start, stop), least, most)

    def _copies(self, piece: tuple[int, int], span: tuple[int, int], least: int, most: int | None) -> tuple[int, int]:
        """The piece so many times: its text is read again for each copy."""
        after = self.at
        first = last = self._new()
        exit_ = self._new()
        for n in range(most if most is not None else max(least, 1)):
            if n:
                self.at = span[0]
                piece = self._atom()
            if n >= least:
                self._join(last, exit_)
            self._join(last, piece[0])
            last = piece[1]
        if most is None:
            self._join(last, piece[0])
        self._join(last, exit_)
        self.at = after
        return first, exit_

    def _times(self) -> tuple[int, int | None]:
        sign = self._next()
        if sign in ("?", "*", "+"):
            self.at += 2 if self.text[self.at + 1 : self.at + 2] == "?" else 1  # a lazy one matches the same texts
            return {"?": (0, 1), "*": (0, None), "+": (1, None)}[sign]
        if sign != "{":
            return 1, 1
        end = self.text.find("}", self.at)
        low, comma, high = self.text[self.at + 1 : end].partition(",")
        if end < 0 or not low.isdecimal() or not (high.isdecimal() or not high):
            raise self.refused("has a { that is no repetition")
        self.at = end + 1
        least, most = int(low), int(high) if high else (None if comma else int(low))
        if max(least, most or 0) > _MOST_REPEATS or (most is not None and most < least) or most == 0:
            raise self.refused("has a repetition that is too large, or the wrong way round")
        return least, most

    def _atom(self) -> tuple[int, int]:
        sign = self._next()
        self.at += 1
        if sign == "(":
            return self._group()
        if sign in ("*", "+", "?", "{", "^", "$"):
            raise self.refused(f"has a {sign} where nothing stands that it could be for")
        if sign == "[":
            return self._testing(self._bracket())
        if sign == "\\":
            return self._testing(self._escape())
        return self._testing(_any if sign == "." else _is(sign))

    def _group(self) -> tuple[int, int]:
        if self._next() == "?":
            if self.text[self.at : self.at + 2] != "?:":
                raise self.refused("looks around or sets a flag")
            self.at += 2
        self.depth += 1
        found = self.choice()
        self.depth -= 1
        if self._next() != ")":
            raise self.refused("has a ( that is not closed")
        self.at += 1
        return found

    def _escape(self) -> Test:
        sign = self._next()
        self.at += 1
        if not sign:
            raise self.refused("ends with a backslash")
        if sign in _CLASSES:
            return _CLASSES[sign]
        if sign in _ESCAPED:
            return _is(_ESCAPED[sign])
        if sign.isalnum():
            raise self.refused(f"has \\{sign}")
        return _is(sign)

    def _bracket(self) -> Test:
        opposite = self._next() == "^"
        self.at += opposite
        tests: list[Test] = []
        while self._next() != "]" or not tests:
            if not self._next():
                raise self.refused("has a [ that is not closed")
            tests.append(self._member())
        self.at += 1
        return lambda c: any(test(c) for test in tests) != opposite

    def _member(self) -> Test:
        low = self._next()
        self.at += 1
        if low == "\\":
            return self._escape()
        if self._next() == "-" and self.text[self.at + 1 : self.at + 2] not in ("", "]"):
            high = self.text[self.at + 1]
            self.at += 2
            if high == "\\" or high < low:
                raise self.refused(f"has the range {low}-{high}")
            return lambda c: low <= c <= high
        return _is(low)

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _testing(self, test: Test) -> tuple[int, int]:
        first, last = self._new(), self._new()
        self.states[first].test = test
        self.states[first].onward.append(last)
        return first, last

    def _new(self) -> int:
        if len(self.states) >= MOST_STATES:
            raise self.refused("is too large")
        self.states.append(_State())
        return len(self.states) - 1

    def _join(self, start: int, end: int) -> None:
        self.states[start].onward.append(end)


def _literal(atom: str) -> str:
    """The character that an atom stands for, where it is for that one alone."""
    if len(atom) == 2 and atom[0] == "\\" and not atom[1].isalnum():
        return atom[1]
    return atom if len(atom) == 1 and atom != "." else ""


def _is(wanted: str) -> Test:
    return lambda c: c == wanted


def _any(character: str) -> bool:
    return character != "\n"
