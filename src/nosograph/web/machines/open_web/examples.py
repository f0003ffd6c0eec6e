"""What the page for developers says of the open web: linked data, the card for other sites, oEmbed, the sitemap."""

from nosograph.web.machines.example import Example, Interface

INTERFACE = Interface(
    id="open-web",
    name="The open web: linked data, embedding, sitemap",
    notes=(
        "Every page of an entry carries linked data in the words of schema.org, as a script element of the type "
        "application/ld+json, and tags for links (Open Graph) with a card as picture. It tells what visitors may "
        "read, and nothing of what is for members. The same data stand at the address of the page with .jsonld.",
        "A page of another site can show an entry on a small card, in a frame from 320 to 640 pixels wide. The card "
        'has no script and sets no cookie. With referrerpolicy="no-referrer" on the frame, this site is not told '
        "which page it stands on; the markup that oEmbed gives has it. Who may frame cards is set by the owner.",
        "oEmbed 1.0: url is the address of an entry's page here, in full, or from its first slash on; maxwidth, "
        "maxheight and format (json, xml) may be given. Another address is answered with 404, another format with 501.",
        "For search engines, robots.txt names a sitemap of all entries, each with the day on which its text was last "
        "written, changed or reviewed. Where the owner wants no search engine, there is none.",
    ),
    examples=(
        Example(says="The linked data of a page", address="/C93.32.jsonld"),
        Example(says="How to embed it", address="/oembed?url=/C93.32&maxwidth=480"),
        Example(says="The same as XML", address="/oembed?url=/C93.32&maxwidth=480&format=xml"),
        Example(says="The card itself", address="/embed/C93.32"),
        Example(says="The list of sitemaps", address="/sitemap.xml"),
    ),
)
