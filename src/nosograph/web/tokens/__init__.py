"""Tokens with which a member's programs ask the machine interfaces."""
