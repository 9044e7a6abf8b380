/** Letters to persons whom no mail reaches (GDPR Art. 34): printed, posted, and said to be. */
export const letters = {
  'caseAsk.lacks.phone':
    'No telephone number: neither the message nor the public notice will give one. Give that of the data protection officer or the contact in the record, then write.',
  'caseAsk.lacks.period':
    'The record does not say when it happened: the public notice will say that the date is not determined. Give it in the record, or say it in your own words.',
  'caseAsk.frozenLacks.facts':
    'The record says more, or something else, than this text, which was frozen before: the persons would read what was known then. Write the message anew to take it in.',
  'caseAsk.frozenLacks.phone':
    'The frozen text bears no telephone number, or not that of the contact. Write it anew before, if you have one.',
  'caseAsk.frozenLacks.period':
    'The text was frozen while the record did not say when it happened. If that is known now, say it in the record and write anew before.',
  'letters.print': 'Print the letters',
  'letters.intro':
    'Letters to print: {n}. PDF files: {files}. Each letter begins on a new page, its address behind the window of a DL envelope. The journal says who prints them, how many, and the hash of each file; the files are not kept.',
  'letters.notNow':
    'These letters cannot be printed now: it was said what became of them, telling is on hold or stopped, or the list has none.',
  'letters.one': '{n} person has no mail address and gets a letter.',
  'letters.many': '{n} persons have no mail address and get a letter.',
  'letters.printedAt': 'Printed on',
  'letters.file': 'File',
  'letters.confirm': 'Say that they were posted',
  'letters.postedOne': '{n} letter posted on',
  'letters.posted': '{n} letters posted on',
  'letters.left': 'Letters still to post',
  'letters.notPosted': 'Letters that will not be posted',
  'letters.otherwise':
    'Nobody knows which: a later list leaves all of these persons out, so that nobody is told twice. Tell those whose letter was not posted another way, or with a corrected address.',
  'letters.anew': 'A later list takes these persons again.',
  'letters.somePosted':
    'Letters of this list that were posted: {n}. All are printed again: post only the others, nobody is told twice.',
  'letters.rule':
    'Of letters, say how many were posted: the others still wait. 0 says that none of those that wait will be posted, and why. Where some of a list were posted, a later list leaves out all of its persons, so that nobody is told twice: tell the others another way, or with a corrected address.',
  'letters.toPost': 'Letters to post',
  'letters.which': 'Letters posted',
  'letters.ofList': 'List printed on {at}, file {file}, letters: {n}',
  'letters.otherWays': 'None: persons were told by other ways',
  'caseAsk.toReach':
    'Mails did not reach {count} persons, and nobody has told them since by other means. If nobody will, say 0 told, and why.',
  'caseAsk.leaveProof': 'With 0 told: why those whom mails did not reach are not told by other means',
  'letters.proof': 'What proves it (deposit slip, numbers), or why those that wait will not leave',
  'recipients.letters': 'Of them by letter (no mail address)',
  'rowReason.postalIncomplete': 'a postal address without name, street or city',
  'rowReason.postalInvalid':
    'a line of the postal address is too long (60 characters at most) or holds invisible characters',
  'caseOwed.hold': 'lift the hold: nothing is owed to the persons behind it',
  'caseOwed.letters': 'post the letters to the persons, or say what became of them ({n})',
  'caseNext.resume': 'lift the hold: the authority has ordered that the persons be told',
  'caseNext.print': 'print the letters to the persons',
  'caseNext.post': 'post the letters to the persons, and say so',
  'entry.personsPrinted': 'Letters to the persons printed',
  'fact.printed': 'letters printed',
  'err.lettersOwed': 'Letters to the persons wait to be posted',
  'err.lettersPosted': 'What became of them was said before: nobody is told twice',
  'err.lettersNotPrinted': 'These letters were not printed yet',
  'err.lettersTooMany': 'More letters posted than were left',
  'err.lettersProof': 'Say what proves it, or why none of them left',
  'err.lettersChanged': 'The letters changed since they were printed: print them anew',
  'err.lettersMeans': 'Letters of a list go by letter',
  'err.toldNone': 'At least one person was told',
} as const;
