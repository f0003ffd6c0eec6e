"""Draws the figure plates: `python figures.py [name ...]` writes plates/figures/figure-*.svg."""

import sys
from pathlib import Path

import proportions
from body import silhouette
from dress import cloth, fine_lines, hand_lines, nails, shade
from face import ear_lines, eyes, face_lines, hair, tuft
from plate import Mark, area, lines, write
from regions import regions
from sites import sites

OUT = Path(__file__).parent.parent / "figures"


def base(p: proportions.Proportions) -> list[Mark]:
    body = silhouette(p)
    garments = cloth(p, body)
    out = [area("skin", body, 0.16), area("shade", shade(p, body), 0.35)]
    out += [area("cloth", g, 0.15) for g, _ in garments]
    out.append(lines("fine", [*fine_lines(p), *hand_lines(p), *nails(p), *ear_lines(p), *(s for _, seams in garments for s in seams)], 0.12))
    out += [area("hair", hair(p), 0.15), area("eye", eyes(p), 0.1), lines("line", face_lines(p))]
    if p.hair == "tuft":
        out.append(lines("fine", tuft(p)))
    return out


def main(names: list[str]) -> None:
    OUT.mkdir(exist_ok=True)
    for name in names or ["TODDLER", "ADULT"]:
        p = getattr(proportions, name)
        text = write(f"figure-{p.name}-front", p.title, p.desc, base(p), regions(p, silhouette(p)), sites(p))
        (OUT / f"figure-{p.name}-front.svg").write_text(text)
        print(p.name, len(text))


if __name__ == "__main__":
    main(sys.argv[1:])
