"""The pictures of an open atlas: as SVG, as PNG, as a card for sharing, small, or many on one sheet.

Worked example: `atlas.svg("C93.32")` is a whole document; `atlas.small_svg("C93.32")` one without words.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from nosograph.atlas.model import InlinePicture
from nosograph.illustration.card import CARD_WIDTH, draw_card
from nosograph.illustration.contact_sheet import draw_sheet
from nosograph.illustration.model import Plate, Scene
from nosograph.illustration.picture import draw
from nosograph.illustration.png import render_png, to_png
from nosograph.illustration.refiguring import with_figure
from nosograph.illustration.small import draw_small
from nosograph.illustration.svg import document, render
from nosograph.illustration.touching import touches
from nosograph.illustration.wording import legend


class Pictures:
    """What can be drawn of entries. The scenes and the plates are the atlas's."""

    _plates: Mapping[str, Plate]

    @abstractmethod
    def scene(self, key: str) -> Scene:
        """The scene of an entry. Raises NotFound."""

    def svg(self, key: str, *, standalone: bool = True, figure: str | None = None) -> str:
        """The illustration as SVG; inline (not standalone) it has no style sheet of its own. Raises NotFound.

        `figure` is one of `figures`.
        """
        return render(self._drawn(key, figure), self._plates, standalone=standalone)

    def inline_picture(self, key: str) -> InlinePicture:
        """The illustration for a page, with what can be pointed at in it. Raises NotFound."""
        scene = self.scene(key)
        picture = draw(scene, self._plates)
        return InlinePicture(
            svg=document(scene, picture, standalone=False, dark=True),
            height=picture.height,
            touches=touches(scene, picture, self._plates),
            legend=legend(scene, self._plates),
        )

    def png(self, key: str, width: int, *, figure: str | None = None) -> bytes:
        """The illustration as PNG. Raises NotFound, and BadInput for a width out of bounds."""
        return render_png(self._drawn(key, figure), self._plates, width=width)

    def card(self, key: str, width: int = int(CARD_WIDTH)) -> bytes:
        """The card for sharing as PNG, 1200 by 630 unless another `width` is asked for. Raises NotFound."""
        return to_png(draw_card(self.scene(key), self._plates), width)

    def small_svg(self, key: str) -> str:
        """The illustration without words, as SVG, for where it is shown small. Raises NotFound."""
        return draw_small(self.scene(key), self._plates)

    def sheet(self, keys: Sequence[str], width: int) -> bytes:
        """The pictures of some entries on one sheet, as PNG. Raises NotFound."""
        return to_png(draw_sheet([self.scene(key) for key in keys], self._plates), width)

    def plates(self) -> Mapping[str, Plate]:
        """All plates by id."""
        return self._plates

    def _drawn(self, key: str, figure: str | None) -> Scene:
        scene = self.scene(key)
        return with_figure(scene, figure, self._plates) if figure else scene
