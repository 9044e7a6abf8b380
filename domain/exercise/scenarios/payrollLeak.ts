import { ourSteps, type Scenario } from '../scenario';

/** The other side: a processor of ours tells us, and we are the controller. */
export const payrollLeak: Scenario = {
  id: 'payrollLeak',
  fixture: null,
  title: { fr: 'Fuite chez notre prestataire de paie', en: 'Leak at our payroll provider' },
  about: {
    fr: 'Notre sous-traitant nous notifie que des bulletins de paie ont été lus par un autre client. C’est à nous de décider, d’avertir l’autorité et les personnes.',
    en: 'Our processor notifies us that another client read payslips. It is for us to decide, to tell the authority and the persons.',
  },
  hours: 96,
  facts: {
    looksLike: 'incident',
    kind: 'dataLeak',
    nature: ['confidentiality'],
    cause: 'internal-accidental',
    origin: 'unintended-publication',
    persons: 640,
    records: 7680,
    own: true,
  },
  injects: [
    {
      hours: 0,
      kind: 'notice',
      text: {
        fr: 'Notification de votre prestataire de paie : depuis le 3 du mois, des bulletins de paie de vos agents pouvaient être lus par un autre client de notre portail. L’accès est fermé. Nous comptons les bulletins.',
        en: 'Notice of your payroll provider: since the 3rd of the month, payslips of your staff could be read by another client of our portal. The access is closed. We are counting the payslips.',
      },
    },
    {
      hours: 3,
      kind: 'told',
      text: {
        fr: 'Le prestataire, au téléphone : les bulletins portent le numéro de sécurité sociale, le salaire et les coordonnées bancaires.',
        en: 'The provider on the telephone: payslips hold the social security number, the salary and bank details.',
      },
    },
    {
      hours: 8,
      kind: 'notice',
      text: {
        fr: 'Complément de votre prestataire de paie : 640 agents, 7 680 bulletins, 41 téléchargements par l’autre client, qui ne répond pas. Nos journaux vous sont transmis.',
        en: 'Supplement of your payroll provider: 640 members of staff, 7,680 payslips, 41 downloads by the other client, which does not answer. Our logs are handed to you.',
      },
    },
    {
      hours: 20,
      kind: 'told',
      text: {
        fr: 'Une agente signale un courriel d’hameçonnage qui cite son salaire exact.',
        en: 'A member of staff reports a phishing mail that quotes her exact salary.',
      },
    },
  ],
  expected: ourSteps,
};
