"""What is kept: tables and repositories. The only package that speaks SQL."""
