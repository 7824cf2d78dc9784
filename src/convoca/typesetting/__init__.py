"""Documents as PDF and Word: fonts found by coverage, Typst templates, text never as markup."""
