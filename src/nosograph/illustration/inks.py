"""The fixed colors of close-ups, cells, germs and things, one row a class; illustrators choose from these.

Close-ups lie on a light ground in the dark theme too, as a slide or a page in a book does, so these colors have no
dark twin. Anatomy follows the convention: arteries red, veins blue, nerves yellow, lymph green, bile green, bone ivory.
What is smaller than light has no color of its own: germs and cells are told apart by shape, and by color second.
"""

import re

NONE = "none"
_CLASS = re.compile(r'class="([^"]*)"')

# class: fill, outline, width of the outline in the plate's units
INKS: dict[str, tuple[str, str, float]] = {
    # layers and tissues
    "epidermis": ("#dfb593", "#8a6a4f", 0.9),
    "dermis": ("#f2d6c4", "#b48d76", 0.7),
    "fat": ("#f6e3ac", "#c7a75c", 0.7),
    "muscle": ("#c97b6d", "#7d3b31", 0.9),
    "muscle-light": ("#dca093", NONE, 0),
    "tendon": ("#f2ead6", "#a08f68", 0.8),
    "cartilage": ("#cfe3ea", "#6f98a8", 0.9),
    "bone-shade": ("#e5d9bb", NONE, 0),
    "spongy": ("#f0ddc4", "#b89b74", 0.7),
    "mucosa": ("#ecb9ab", "#9a5a4c", 0.9),
    "mucosa-shade": ("#dc9c8c", NONE, 0),
    "wall": ("#e3a193", "#8a4b3b", 0.9),
    "brain": ("#ebcabf", "#8f5f52", 0.9),
    "gland": ("#ecd0a8", "#96713a", 0.9),
    "tooth": ("#fdfaf0", "#8b7f63", 0.9),
    "dentin": ("#f3e3b9", "#b49a5c", 0.7),
    "gum": ("#e59f9b", "#97514d", 0.9),
    "eye-white": ("#fcfaf5", "#8d8377", 0.9),
    "iris": ("#7d9bb0", "#3f5a6d", 0.8),
    "pupil": ("#24303a", NONE, 0),
    "lens": ("#dfeaf1", "#7894a5", 0.9),
    "skin-tone": ("#efe0d1", "#6d5c4c", 1.1),
    "skin-tone-shade": ("#e0ccb8", NONE, 0),
    # what flows
    "artery": ("#c0392b", "#7c1f16", 0.8),
    "vein": ("#3f78ad", "#1f4870", 0.8),
    "blood": ("#c9463a", NONE, 0),
    "blood-dark": ("#8e2a22", NONE, 0),
    "bile": ("#8aa645", "#5c732a", 0.7),
    "urine": ("#f0dc84", "#b3992f", 0.7),
    "fluid": ("#cde5f2", "#7ea9c2", 0.7),
    "air": ("#eef6fb", "#a9c4d4", 0.7),
    "nerve-line": (NONE, "#c99400", 2.6),
    "artery-line": (NONE, "#c0392b", 2.2),
    "vein-line": (NONE, "#3f78ad", 2.2),
    # what harm looks like
    "harm": ("#d55e00", "#6b2f00", 1.4),
    "harm-soft": ("#f6c795", NONE, 0),
    "harm-line": (NONE, "#d55e00", 2.6),
    "crack": (NONE, "#5a2600", 2.2),
    "gap": ("#5a2600", NONE, 0),
    "clot": ("#701b16", "#3f0d0a", 0.9),
    "plaque": ("#edcf6d", "#94771b", 0.9),
    "dead": ("#756b78", "#463f49", 0.9),
    "scar": ("#dcc3bb", "#927067", 0.9),
    "stone": ("#a88d63", "#5f4b2b", 1.0),
    "tumor": ("#b5628f", "#6a2850", 1.1),
    "tumor-soft": ("#e3b8d0", "#a3698a", 0.9),
    "pus": ("#ece694", "#a0973c", 0.8),
    "bruise": ("#9583b0", NONE, 0),
    "blister": ("#f8f1d2", "#a99a5c", 0.9),
    # germs
    "bacterium": ("#4aa585", "#1b5a48", 1.0),
    "virus": ("#8f76b8", "#4a3370", 1.0),
    "fungus": ("#bfa566", "#6e5925", 1.0),
    "parasite": ("#d3936a", "#7a431f", 1.0),
    # things and places
    "thing": ("#bccad3", "#44525f", 1.1),
    "thing-light": ("#e9eff3", "#44525f", 0.9),
    "thing-dark": ("#5f7180", "#2d3a45", 1.0),
    "glass": ("#e2f0f6", "#6d8da0", 1.0),
    "metal": ("#a5b4be", "#4d5c67", 1.0),
    "wood": ("#bd976a", "#6c4f2c", 1.0),
    "leaf": ("#86a972", "#42602f", 1.0),
    "water": ("#93c6e2", "#3b7394", 0.9),
    "flame": ("#e69f00", "#8f5500", 1.0),
    "flame-core": ("#f5e663", NONE, 0),
    "ground": ("#dcd2c1", NONE, 0),
    "ground-line": (NONE, "#9d8f78", 1.6),
    "person": ("#5b7690", "#33485b", 1.0),
    "person-soft": ("#b8c7d4", "#5b7690", 1.0),
    "card": ("#fffdfa", "#44525f", 1.1),
    "accent": ("#0072b2", "#004a74", 1.0),
    "accent-soft": ("#cfe4f2", "#4a8fb8", 0.9),
    "pill": ("#e8a33d", "#855714", 1.0),
    # lines and signs
    "contour": (NONE, "#44525f", 1.3),
    "hair-line": (NONE, "#6d7a86", 0.7),
    "motion": (NONE, "#44525f", 1.6),
    "arrow": ("#24303a", NONE, 0),
    # cells
    "cell-red": ("#e2867b", "#b4534a", 0.7),
    "cell-red-pale": ("#f0b5ac", NONE, 0),
    "cell-white": ("#c3cce4", "#6f7aa5", 0.9),
    "cell-grain": ("#ecd9e2", "#a07a95", 0.9),
    "cell-vacuole": ("#eef1f9", NONE, 0),
    "cell-body": ("#f1dcd2", "#a8796a", 0.9),
    "nucleus": ("#6a4c93", "#4b3370", 0.7),
    "nucleolus": ("#a68fc4", NONE, 0),
    "cell-platelet": ("#8d6fb8", "#5c4386", 0.5),
}

DASHED = {"motion": "4 4"}


def ink_rules() -> str:
    """The rules of these classes."""
    return "".join(_rule(name, *ink) for name, ink in INKS.items())


def _rule(name: str, fill: str, line: str, width: float) -> str:
    stroke = f";stroke:{line};stroke-width:{width:g}" if line != NONE else ""
    dash = f";stroke-dasharray:{DASHED[name]}" if name in DASHED else ""
    return f".{name}{{fill:{fill}{stroke}{dash}}}"


def classes_of(markup: str) -> set[str]:
    """The classes that a piece of art uses."""
    return {c for found in _CLASS.findall(markup) for c in found.split()}
