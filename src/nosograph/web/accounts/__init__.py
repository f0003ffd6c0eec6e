"""People who signed up: an e-mail address and a password, nothing else."""
