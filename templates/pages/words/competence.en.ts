/** Which authority is competent, and why. */
export const competence = {
  'authorityState.PENDING': 'to be told',
  'authorityState.NOT_REQUIRED': 'need not be told',
  'authorityState.ASKED': 'asked; nothing was filed with it',
  'authorityState.INITIAL_SENT': 'initial notification sent',
  'authorityState.COMPLEMENTED': 'complement sent, still open',
  'authorityState.FINAL': 'notification complete',
  'authorityState.WITHDRAWN': 'notification withdrawn',
  'authorityState.SA_CLOSED': 'file closed',
  'competence.title': 'Authority to tell',
  'competence.publicBody': 'A public body: the authority of its own country alone is competent (Art. 55).',
  'competence.territory': 'The authority of the country where the controller is established is competent (Art. 55).',
  'competence.lead':
    'Cross-border processing: the authority of the main establishment leads, and is told once (Art. 56).',
  'competence.noLead':
    'Several establishments, none of them the main one: nobody leads, every authority concerned is told.',
  'competence.noEstablishment':
    'No establishment in the European Economic Area: the authority of every country where touched persons live is told.',
  'competence.from.zone': 'Taken from the country of the organisation: correct it where it is otherwise.',
  'competence.from.organisation': 'Taken from what the organisation said of itself.',
  'competence.from.record': 'Taken from what this case says.',
  'competence.lacks.establishments':
    'Which authority is competent is not recorded: the countries in which the controller is established are missing. Until then any authority that is told stops the clock.',
  'competence.lacks.countries':
    'Which authority is competent is not recorded: without an establishment in the European Economic Area, the countries where touched persons live are missing. Until then any authority that is told stops the clock.',
  'competence.oneOf': '{country}: whichever of its authorities is competent',
  'competence.asksCrossBorder':
    'Whether the processing is cross-border is not recorded: if it is, the authority of the main establishment is told instead. Until somebody says so the local authority is told.',
  'competence.part': '{countries}: this country has several authorities. A person says which one is competent.',
  'competence.name': 'To be named in the notification: {countries}.',
  'competence.outside': 'Outside the European Economic Area the law of the country is another question: {countries}.',
  'competence.told': 'told',
  'competence.owed': 'to be told',
  'competence.untold': 'not told',
  'competence.record': 'Say where the controller is established',
  'competence.not': '{authority} is not competent: this filing does not stop the clock. {why} To be told: {names}.',
  'competence.hint': '{why} To be told: {names}. A filing with another one is recorded, and does not stop the clock.',
  'competence.choice': 'Authority',
  'competence.publicBodyAsk': 'Public body?',
  'competence.establishments': 'Countries of establishment',
  'competence.establishmentsHint': 'A code of two letters for each country (ISO 3166-1), spaces between them: FR BE.',
  'competence.mainEstablishment': 'Country of the main establishment',
  'competence.mainHint': 'A code of two letters. Empty: none, or not known.',
  'competence.touched': 'Countries where touched persons live',
  'competence.seatTitle': 'Where the organisation is established',
  'competence.seatIntro':
    'Decides which authority is told. It holds for cases opened from now on; those that are open keep what they say, and are corrected in their own record.',
  'competence.calendarHint':
    'The holidays of this calendar do not count in the limits of our own acts. A contract that names another keeps its own.',
} as const;
