"""The learners that Village is measured beside, and the sentences that all of them get alike."""
