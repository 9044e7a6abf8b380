import { type Scenario, usualSteps } from '../scenario';

export const lostLaptop: Scenario = {
  id: 'lostLaptop',
  fixture: 'laptop-not-encrypted',
  title: { fr: 'Ordinateur portable volé, non chiffré', en: 'Stolen laptop, not encrypted' },
  about: {
    fr: 'L’ordinateur d’une enquêtrice est volé dans un train. Son disque n’est pas chiffré ; le fichier de la semaine y est.',
    en: 'An interviewer’s laptop is stolen on a train. Its disk is not encrypted; the file of the week is on it.',
  },
  hours: 72,
  facts: {
    looksLike: 'loss',
    kind: 'deviceLostOrStolen',
    nature: ['confidentiality', 'availability'],
    cause: 'external-malicious',
    origin: 'equipment-lost-or-stolen',
    persons: 412,
    records: 412,
    own: false,
  },
  injects: [
    {
      hours: 0,
      kind: 'signal',
      text: {
        fr: 'On m’a volé mon ordinateur dans le train ce matin. J’appelle d’un autre téléphone.',
        en: 'My laptop was stolen on the train this morning. I am calling from another phone.',
      },
    },
    {
      hours: 1,
      kind: 'told',
      text: {
        fr: 'L’informatique : le disque n’est pas chiffré. Le fichier d’appels de la semaine y était enregistré.',
        en: 'IT: the disk is not encrypted. The call file of the week was stored on it.',
      },
    },
    {
      hours: 3,
      kind: 'told',
      text: {
        fr: 'Le fichier contient 412 foyers : identité, adresse, difficultés de paiement. Comptes de l’enquêtrice fermés.',
        en: 'The file holds 412 households: identity, address, difficulties in paying. The interviewer’s accounts are closed.',
      },
    },
    {
      hours: 12,
      kind: 'told',
      text: {
        fr: 'La police enregistre la plainte et demande le numéro de série.',
        en: 'The police take the complaint and ask for the serial number.',
      },
    },
  ],
  expected: usualSteps,
};
