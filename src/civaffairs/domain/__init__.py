"""The domain: what a plan says, as values. It imports attrs and pint, and nothing loads, prints or plots."""
