"""Programs that make the data files of danvan."""
