import { type Scenario, usualSteps } from '../scenario';

export const wrongRecipient: Scenario = {
  id: 'wrongRecipient',
  fixture: 'wrong-recipient',
  title: { fr: 'Fichier envoyé au mauvais destinataire', en: 'File sent to the wrong recipient' },
  about: {
    fr: 'Un tableau d’appels part à une autre collectivité, tenue au secret, qui le signale et l’efface.',
    en: 'A call table goes to another public body, bound to secrecy, which reports and deletes it.',
  },
  hours: 72,
  facts: {
    looksLike: 'incident',
    kind: 'dataLeak',
    nature: ['confidentiality'],
    cause: 'internal-accidental',
    origin: 'wrong-recipient',
    persons: 24,
    records: 24,
    own: false,
  },
  injects: [
    {
      hours: 0,
      kind: 'signal',
      text: {
        fr: 'Une collectivité cliente nous écrit : elle a reçu un tableau d’appels qui n’est pas le sien.',
        en: 'A client writes: it has received a call table that is not its own.',
      },
    },
    {
      hours: 2,
      kind: 'told',
      text: {
        fr: 'Le tableau contient 24 personnes (identification seulement). Le message est parti hier à 17 h 40.',
        en: 'The table holds 24 persons (identification only). The message left yesterday at 17:40.',
      },
    },
    {
      hours: 6,
      kind: 'told',
      text: {
        fr: 'Le destinataire confirme par écrit qu’il a effacé le fichier et ne l’a pas transmis.',
        en: 'The recipient confirms in writing that it deleted the file and passed it on to nobody.',
      },
    },
  ],
  expected: usualSteps,
};
