"""The doors for programs: each module is one interface, a thin view over what `api` makes."""
