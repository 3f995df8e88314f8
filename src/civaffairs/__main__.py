"""`python -m civaffairs` is the command line."""

from civaffairs.cli import main

if __name__ == "__main__":
    main()
