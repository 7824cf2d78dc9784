"""What leaves a call: the summary report to leadership, the dossier for the body above."""
