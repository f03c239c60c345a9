"""What is seen and heard. Draws what it is given; decides nothing."""
