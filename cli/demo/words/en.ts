/** What the demonstration tells. `{name}` is filled in. */
export const en = {
  title: 'Vigie, shown on the running system at {url}',
  house:
    'An organisation of its own, "{name}" ({orgId}): nothing of this lies in your journal. Mails are caught, nobody outside is told.',
  'org.name': 'Demonstration',

  '1': '1. Two contracts',
  '1.reference': 'the reference agreement {reference} of {controller} is loaded: {hours} h to tell of a breach',
  '1.short':
    'so is {reference} of {controller}: {seconds} seconds, and what is known leaves by itself {margin} seconds before',

  '2': '2. Something happened under the short contract, and nobody will act',
  '2.text': 'Unusual export from the interview database at night.',
  '2.signal': 'a detection tool signals: the declarant has the number {ref}',
  '2.triage': 'on call starts the investigation; the incident manager declares {ref}',
  '2.basis': 'An account that nobody was using read 310 interview files.',
  '2.why': 'The exported files hold names and telephone numbers.',
  '2.aware': 'on call records the awareness: {at}',
  '2.opened': 'one notice to one controller is opened, reference {reference}, by itself',
  '2.due': 'its limit is exactly {seconds} seconds later: {due}',

  '3': '3. Meanwhile: the four incidents of the fixtures, moved so that the last alert is now',
  '3.known': '{key}: alert {at}, {ref}',
  '3.first': 'A first look: what is described is confirmed.',
  '3.basis': 'Harm to persons is probable.',
  '3.why': 'Personal data of the contract were in it.',
  '3.gap': 'The recipient answered in the evening.',
  '3.late': 'its limit had passed {time} ago, so what is known left at once, and says that it is late',
  '3.detected': 'confidentiality: the limit counts from the detection, not from the later awareness',
  '3.complete': 'a supplement completes items c, d and e: nothing is to follow',
  '3.phased': 'a supplement says what is known; the number of persons is to follow, by {eta}',
  '3.dismissed':
    'it was no breach: closed as an event with its reason, no controller is disturbed, and it stays in the journal',
  '3.dismiss': 'Port scan seen by the firewall, no access was obtained.',
  '3.told': 'management and the data protection officer were told of all three at once',
  '3.persons': '{persons} persons of the programme, {records} records ({data}).',
  '3.consequences': 'No consequence is known; the recipient is bound to secrecy and has deleted the file.',
  '3.consequences.a': 'The service was interrupted for some hours; nothing shows that data left.',
  '3.measures.none': 'The recipient confirmed the deletion in writing.',
  '3.measure': '{what} ({by}).',

  '4': '4. Nobody acts: reminders',
  '4.reminded': 'at {percent} % of the time ({at}) the reminder went to {roles}',

  '5': '5. Nobody has sent: the protective notice',
  '5.waiting': 'waiting for {at} …',
  '5.left': 'it left by itself at {at}, {left} before the limit, marked as automatic',
  '5.caught':
    'the mail to the controller is in the mailbox: "{subject}". Its state is CAUGHT, never SENT: no mail relay is set',
  '5.scope': 'it names neither the other controller nor its incidents',
  '5.journal':
    'each reminder and each outcome of a mail is an entry of the journal ({reminded} and {outcomes}), and that nobody reacted follows from them',

  '6': '6. A person knows more: the supplement',
  '6.c': '310 persons who answered the survey, 310 records: names and telephone numbers.',
  '6.d': 'Fraudulent calls are possible; the answers themselves are pseudonymised.',
  '6.e': 'The account is closed, all sessions are ended, the export is blocked.',
  '6.sent': 'version {n} left at {at}, with what changed since version {before}',
  '6.complete': 'nothing is to follow any more: the content is COMPLETE',

  '7': '7. The controller acknowledges, without an account',
  '7.link': 'the link is in the caught mail',
  '7.get': 'opening the page changes nothing: scanners open links',
  '7.name': 'Charlie Épreuve',
  '7.function': 'Data protection officer',
  '7.acked': 'acknowledged as version {n} by {name} at {at}',
  '7.repeat': 'a second click is no second acknowledgement',

  '8': '8. What this controller may see: the extract',
  '8.written': '{file}: {entries} entries, {bytes} bytes',
  '8.verified': 'every entry shown is proved to be in the signed journal',
  '8.scope': 'the other controller’s name, mail and incidents are not in it',

  '9': '9. The journal proves it',
  '9.exported': '{file}: the whole journal, {bytes} bytes',
  '9.verified': 'vigie verify: {summary}',
  '9.flipped': 'one letter changed in a copy: vigie verify refuses it ({reason})',
  '9.key': 'with a key that signed nothing here it is refused, too',

  end: 'Done in {seconds} s: {count} checks, all held.',
  'end.look': 'Look at it: {url}  organisation {orgId}  token {token} (a week)',
  failed: 'This did not hold: {claim}',
  'failed.because': 'This did not hold: {claim}\n  {reason}',
  timeout: 'not seen within {seconds} s',
} as const;
