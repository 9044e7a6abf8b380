/** What goes to another installation and comes from it, and why it is not taken. */
export const exchange = {
  'proof.exchange.accepted': '✓ received by their installation',
  'proof.exchange.deferred': 'exchange put off',
  'proof.exchange.refused': 'exchange refused',
  'proof.exchange.unknown': 'exchange, outcome unknown',
  'proof.exchange.waiting': 'exchange, leaving',
  'way.exchange': 'Now, to their installation',
  'ask.replay.exchange': '{who}, exchange, version {n}',
  'via.exchange': 'from its installation',
  'exchange.to': 'installation of {who}',
  'exchangeWhy.unreadable': 'their installation cannot read it: one of the two may be of an older version',
  'exchangeWhy.altered': 'it reached them changed: something on the way writes it anew',
  'exchangeWhy.stranger':
    'they do not let us in: have them record your key, and let you in or tie their agreement to you',
  'exchangeWhy.misaddressed': 'the address is another organisation’s: compare address and key with them',
  'exchangeWhy.ahead': 'their clock is behind ours: compare the clocks; it is tried again',
  'exchangeWhy.superseded': 'they know a later version already',
  'exchangeWhy.unknown': 'they know of no such notice or question',
  'exchangeWhy.invalid': 'their installation says that it cannot be: use link or telephone',
  'exchangeWhy.tooLarge': 'it is too long: use link or telephone',
  'exchangeWhy.busy': 'they ask to wait; it is tried again',
  'exchangeWhy.closed': 'the address lies in a private network: the operator has to allow it',
  'exchangeWhy.away': 'no answer; it is tried again',
  'exchangeWhy.noReceipt': 'what answers there has not signed with their key: compare address and key with them',
  'exchangeWhy.untied': 'a consent was taken back, or the key is another',
  'exchange.receivedAt': 'received there',
  'exchange.url': 'Address of its installation',
  'exchange.urlTie':
    'Only where the controller uses Vigie in another installation: the address for exchange that it gave you with its key. Empty: it is an organisation of this one.',
  'exchange.urlParty':
    'Only where it uses Vigie in another installation: the address for exchange that it gave you with its key, to which your acknowledgements, questions and answers on measures go. Empty: it is an organisation of this one.',
  'exchange.own': 'Your own address for exchange',
  'exchange.ownHow':
    'Give it with your key to an organisation of another installation. It opens nothing by itself: only what is sealed by a key that you let in is taken.',
  'exchange.ownOff':
    'Nothing goes to other installations yet: mails are caught here, or the operator has turned exchange off.',
  'exchange.since': 'The controller has its own installation: notices are posted to it since',
  'err.exchangeUrl': 'Give an address that begins with https://, without name, password or #',
  'err.exchangeNoKey': 'Give its key, too: nothing is told to an address alone',
  'err.exchangeOwnKey': 'This is your own key: paste the one that the controller gave you',
  'err.exchangeKey': 'This is no public key: paste the whole line, name+id+key',
} as const;
