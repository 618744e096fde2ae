"""Who does what with words."""
