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
ASKED = """\
[14/06/2024, 17:04:11] Max: hi nice build
[14/06/2024, 17:05:11] Max: how old r u
[14/06/2024, 17:06:11] Mia: 10 u
[14/06/2024, 17:07:11] Max: dont tell ur mum we talk
"""
"""Two questions and an answer: how old, and that it stays a secret."""
QUIET = "Mia: my dad hits me when he is drunk\nMax: oh no"
UNCLEAR = "12/01/2024, 10:00 - Max: hi\n12/01/2024, 10:01 - Mia: hey"
"""Its day and month can be either."""
LONG = """\
Max: hi
Mia: hey
Max: ur so ugly
Mia: stop
Max: ur face is so ugly lol
Max: ur hair is so ugly too
Mia: pls stop
Max: ur nose is ugly
Max: nobody likes u
Mia: thats not true
Max: nobody wants u there
Max: ur teeth are ugly
Mia: leave me alone
Max: ur so dumb"""
"""More than five marks, some of which say the same again; the child is Mia."""
LURED = """\
Kit: how old r u
Mia: 9
Kit: u seem way older. ur so mature
Mia: haha
Kit: wot school do u go to
Mia: st marys
Kit: have u got whatsapp
Mia: yes
Kit: dont tell ur dad ok its our secret
Mia: ok
Kit: r u home alone now
Mia: yeh mum is at work til 6
Kit: send me a pic
Mia: ok wait
Kit: delete this chat after
Mia: ok
"""
"""A long walk after an alarm, with marks of many kinds by one sender."""
