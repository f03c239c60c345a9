"""What makes the sound: a child process, and the way to it.

    the program                             the child, while a session lasts
    child_process  -- lines of JSON -->     child -- schedule --> chimes, voice
                   <-- lines of JSON --

Audio and speech services may be slow, missing or die. In a process of their
own they take nothing with them, and the program never loads them.
"""
