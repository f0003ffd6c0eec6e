"""How passwords are kept: Argon2id, sized so that several people can log in at once in a small worker.

Django's own choice takes 100 MiB for each password that is checked, so that a handful of log-ins at the same moment
would take more than the rest of the worker. The figures here (19 MiB, two passes, one lane) are the least that the
OWASP Password Storage Cheat Sheet asks of Argon2id.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class MemberPasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes and one lane; stronger or weaker old hashes are renewed at the next log-in."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1
