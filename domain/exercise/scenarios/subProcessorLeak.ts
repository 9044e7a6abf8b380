import { type Scenario, usualSteps } from '../scenario';

export const subProcessorLeak: Scenario = {
  id: 'subProcessorLeak',
  fixture: null,
  title: { fr: 'Fuite chez un sous-traitant ultérieur', en: 'Leak at a sub-processor' },
  about: {
    fr: 'L’hébergeur avertit avec certitude qu’un espace de stockage était lisible de tous. Ce qu’il dit doit être relayé.',
    en: 'The host tells with certainty that a storage space could be read by anybody. What it says has to be passed on.',
  },
  hours: 72,
  facts: {
    looksLike: 'incident',
    kind: 'dataLeak',
    nature: ['confidentiality'],
    cause: 'internal-accidental',
    origin: 'unintended-publication',
    persons: 1200,
    records: 3400,
    own: false,
  },
  injects: [
    {
      hours: 0,
      kind: 'subNotice',
      text: {
        fr: 'Votre espace de stockage a été lisible sans mot de passe du lundi 8 h au mercredi 19 h. Fermé depuis. Les journaux sont en cours de lecture.',
        en: 'Your storage space could be read without a password from Monday 08:00 to Wednesday 19:00. Closed since. Logs are being read.',
      },
    },
    {
      hours: 2,
      kind: 'told',
      text: {
        fr: 'L’hébergeur : environ 1 200 personnes, 3 400 fiches (identification, coordonnées).',
        en: 'The host: some 1,200 persons, 3,400 records (identification, contact details).',
      },
    },
    {
      hours: 8,
      kind: 'told',
      text: {
        fr: 'L’hébergeur : trois téléchargements depuis des adresses inconnues. L’accès par des tiers est donc établi.',
        en: 'The host: three downloads from unknown addresses. So third persons did have access.',
      },
    },
    {
      hours: 30,
      kind: 'told',
      text: {
        fr: 'Une personne concernée écrit : elle reçoit des appels de démarchage qui citent son dossier.',
        en: 'A person concerned writes: it gets sales calls that quote its file.',
      },
    },
  ],
  expected: [{ step: 'noticed', share: 0.25 }, ...usualSteps.filter(({ step }) => step !== 'noticed')],
};
