"""The reads of reports: numbers with the rows behind them, lists with their dossier."""
