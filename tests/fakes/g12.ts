import type { Competence, Reach } from '../../domain/authority/leadAuthority';

/** A controller of France whose breach touches persons of France. */
export const atHome: Reach = {
  publicBody: false,
  establishments: ['FR'],
  mainEstablishment: 'FR',
  crossBorder: false,
  personsIn: ['FR'],
};
/** Domain rule G12, a row each: where the controller is and whom it touches, and whom it tells. */
export const g12: [what: string, reach: Partial<Reach>, told: Competence][] = [
  ['at home: that of the territory', {}, { rule: 'territory', notify: ['FR'], name: [], outside: [] }],
  [
    'persons elsewhere, processing at home: the others are named',
    { personsIn: ['FR', 'BE'] },
    {
      rule: 'territory',
      notify: ['FR'],
      name: ['BE'],
      outside: [],
    },
  ],
  [
    'cross-border: that of the main establishment, once',
    {
      establishments: ['FR', 'DE', 'BE'],
      mainEstablishment: 'DE',
      crossBorder: true,
      personsIn: ['FR', 'BE', 'FR'],
    },
    { rule: 'lead', notify: ['DE'], name: ['BE', 'FR'], outside: [] },
  ],
  [
    'a single establishment leads',
    { mainEstablishment: null, crossBorder: true, personsIn: ['ES', 'FR'] },
    {
      rule: 'lead',
      notify: ['FR'],
      name: ['ES'],
      outside: [],
    },
  ],
  [
    'several establishments and no main one: none leads',
    {
      mainEstablishment: null,
      establishments: ['FR', 'BE'],
      crossBorder: true,
      personsIn: ['NL'],
    },
    { rule: 'noLead', notify: ['BE', 'FR', 'NL'], name: [], outside: [] },
  ],
  [
    'no establishment in the EEA: each where touched persons live',
    {
      mainEstablishment: 'US',
      establishments: ['US'],
      crossBorder: true,
      personsIn: ['FR', 'BE', 'US'],
    },
    { rule: 'noEstablishment', notify: ['BE', 'FR'], name: [], outside: ['US'] },
  ],
  [
    'nobody known yet, no establishment: nobody to tell yet',
    {
      mainEstablishment: null,
      establishments: [],
      personsIn: [],
    },
    { rule: 'noEstablishment', notify: [], name: [], outside: [] },
  ],
  [
    'not cross-border, at a second establishment: the authority of its territory (Art. 55, 56(2))',
    { establishments: ['FR', 'DE'], personsIn: ['DE'] },
    { rule: 'territory', notify: ['DE'], name: [], outside: [] },
  ],
  [
    'not cross-border, persons beside two establishments: each of the two',
    { establishments: ['FR', 'DE', 'BE'], personsIn: ['DE', 'FR', 'NL'] },
    { rule: 'territory', notify: ['DE', 'FR'], name: ['NL'], outside: [] },
  ],
  [
    'not cross-border, no main establishment, persons beside one: that of its territory',
    { mainEstablishment: null, establishments: ['FR', 'DE'], personsIn: ['DE'] },
    { rule: 'territory', notify: ['DE'], name: [], outside: [] },
  ],
  [
    'not cross-border, persons beside none: that of the main establishment',
    { establishments: ['FR', 'DE'], personsIn: ['NL'] },
    { rule: 'territory', notify: ['FR'], name: ['NL'], outside: [] },
  ],
  [
    'several countries without an establishment: each, from Warsaw to Rome',
    { mainEstablishment: null, establishments: [], personsIn: ['PL', 'IT'] },
    { rule: 'noEstablishment', notify: ['IT', 'PL'], name: [], outside: [] },
  ],
  [
    'a region overseas answers to the authority of its state',
    { mainEstablishment: 'RE', establishments: ['RE'], personsIn: ['RE', 'FR', 'AX'] },
    { rule: 'territory', notify: ['FR'], name: ['FI'], outside: [] },
  ],
  [
    'a public body: its own country’s, whatever crosses borders',
    {
      publicBody: true,
      crossBorder: true,
      personsIn: ['FR', 'BE', 'GB'],
    },
    { rule: 'publicBody', notify: ['FR'], name: ['BE'], outside: ['GB'] },
  ],
];
