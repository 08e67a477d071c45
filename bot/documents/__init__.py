"""Makes the files that people take away: pages for a word processor, and pages to print."""
