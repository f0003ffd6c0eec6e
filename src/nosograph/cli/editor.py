"""`nosograph editor`: names members as editors, who may read and settle suggestions."""

import click

from nosograph.errors import NotFound


@click.command()
@click.argument("email")
@click.option("--remove", is_flag=True, help="Take the desk away again.")
def editor(email: str, remove: bool) -> None:
    """Let the member with the address EMAIL read and settle suggestions, at /editors/."""
    from nosograph.web.suggesting.naming import name_editor  # only this command needs the site

    if not name_editor(email, named=not remove):
        raise NotFound(f"no member has the address {email!r}; they sign up first, at /account/signup/")
    click.echo(f"{email} is no editor any more" if remove else f"{email} is an editor now; the desk is at /editors/")
