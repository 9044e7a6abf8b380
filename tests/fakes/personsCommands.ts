import type { CaseCommand, CaseCommandOf } from '../../domain/controllerCase/commands';
import { NOW } from './processorCommands';

type Kind = Extract<CaseCommand['kind'], `persons.${string}`>;

const reason = 'raison donnée';

/** One good example of each command on telling the persons. */
export const personsCommands: { [K in Kind]: CaseCommandOf<K> } = {
  'persons.require': { kind: 'persons.require', reason },
  'persons.exempt': {
    kind: 'persons.exempt',
    ground: 'b',
    proof: 'Les mots de passe ont été changés.',
    publicNotice: null,
    publishedAt: null,
    publishedProof: null,
  },
  'persons.hold': { kind: 'persons.hold', reference: 'PV 12', until: null, reason },
  'persons.publish': { kind: 'persons.publish' },
  'persons.unpublish': { kind: 'persons.unpublish', reason },
  'persons.resume': { kind: 'persons.resume', reason },
  'persons.order': { kind: 'persons.order', authorityId: 'cnil', orderedAt: NOW, reference: 'MED-1' },
  'persons.lift': {
    kind: 'persons.lift',
    authorityId: 'cnil',
    liftedAt: NOW,
    ground: 'b',
    reference: 'DEC-1',
  },
  'persons.draft': {
    kind: 'persons.draft',
    fr: 'Un classeur a été envoyé par erreur.',
    en: null,
    measuresFr: 'Il a été repris.',
    measuresEn: null,
  },
  'persons.send': { kind: 'persons.send', listId: 'list-1', concerned: 41 },
  'persons.tell': {
    kind: 'persons.tell',
    toldAt: NOW,
    means: 'email',
    told: 40,
    concerned: 41,
    bounced: 1,
    again: 0,
    listId: null,
    proof: null,
  },
};
