"""What the program is called where a desktop keeps what it starts."""

NAME = "Stretchbreak"
ID = "io.github.stretchbreak.Stretchbreak"
