# intervals
