"""Small chats that tests of the app and of plain mode walk through."""

PRESSED = """\
Pixelfox: hi
Mia: hey
Pixelfox: what school do u go to?
Mia: not telling u
Pixelfox: dont tell ur mum we talk ok
Pixelfox: send me a pic of u, just for me"""
"""Three marks and a staircase; the child is Mia."""
TEASED = "Max: hi\nMia: hey\nMax: ur base is so trash\nMia: no it isnt"
"""One mark that may be answered; the child is Mia."""
HARMLESS = "Max: hi\nMia: hello there\nMax: see you at practice"
QUIET = "Mia: my dad hits me when he is drunk\nMax: oh no"
UNCLEAR = "12/01/2024, 10:00 - Max: hi\n12/01/2024, 10:01 - Mia: hey"
"""Its day and month can be either."""
