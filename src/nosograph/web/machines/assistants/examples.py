"""What the page for developers says of `nosograph mcp`: its tools, as the command itself tells of them."""

from nosograph.api.tools import TOOLS
from nosograph.web.machines.example import Interface

INTERFACE = Interface(
    id="assistants",
    name="Assistants (Model Context Protocol)",
    notes=(
        "The command `nosograph mcp` answers assistants that speak the Model Context Protocol: name it in the "
        "assistant's settings, and it is started by itself. It needs the extra `mcp`. With --http 127.0.0.1:8001 it "
        "answers by HTTP on its own machine, at /mcp; with --site it names the pages of your site.",
        "It runs where the assistant runs and asks nobody else. Only what every visitor may read is told. Each answer "
        "has its address, its sources, whether a clinician has reviewed it, and the reminder that it is not advice to "
        "one person. What goes wrong is an error of the tool, in one line. Nothing is logged.",
        *(f"{tool.name}: {tool.says}" for tool in TOOLS),
    ),
    examples=(),
)
