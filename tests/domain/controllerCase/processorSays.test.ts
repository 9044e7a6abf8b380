import { describe, expect, it } from '@jest/globals';
import type { BreachRecord, RecordField } from '../../../domain/authority/breachRecord';
import { factsInRecord, processorDiffers } from '../../../domain/controllerCase/processorSays';
import { toldLetter } from '../../../domain/controllerCase/toldLetter';
import { withHouse } from '../../../domain/controllerCase/house';
import { NoticeFacts } from '../../../domain/exchange/noticeFacts';
import { noticeFacts } from '../../../domain/notice/noticeFacts';
import { commands, createCaseStory, opening, RECEIVED } from '../../fakes/caseStory';
import { items } from '../../fakes/noticeStory';

const FROM = RECEIVED;
const dpo = { name: 'Noa Exemple', role: 'DPO', email: 'dpo@slime.example', phone: '+33 1 00 00 00 00', always: true };
const measure = { what: 'compte fermé', by: null, at: FROM };

const FEW: BreachRecord = { persons: { amount: 'approx', count: 40 } };
const MANY: BreachRecord = { persons: { amount: 'approx', count: 400 } };

/** Every field that a notice fills, then the same said anew by a supplement. */
const rows: [RecordField, BreachRecord, BreachRecord][] = [
  ['origins', { origins: ['wrong-recipient'] }, { origins: ['equipment-lost-or-stolen'] }],
  ['causes', { causes: ['internal-accidental'] }, { causes: ['external-malicious'] }],
  ['description', { description: 'un fichier est parti' }, { description: 'deux fichiers' }],
  ['systems', { systems: ['messagerie'] }, { systems: ['messagerie', 'paie'] }],
  ['period', { period: { period: 'ongoing', from: FROM, estimated: true } }, { period: { period: 'unknown' } }],
  ['datesComment', { datesComment: 'détection 10:00 UTC' }, { datesComment: 'détection 09:00 UTC' }],
  ['data', { data: ['contact-details'] }, { data: ['contact-details', 'location'] }],
  ['sensitive', { sensitive: ['health'] }, { sensitive: ['genetic'] }],
  ['records', { records: { amount: 'approx', count: 12 } }, { records: { amount: 'approx', count: 90 } }],
  ['personCategories', { personCategories: ['customers'] }, { personCategories: ['employees'] }],
  ['persons', FEW, MANY],
  ['consequencesText', { consequencesText: 'démarchage' }, { consequencesText: 'fraude' }],
  [
    'measuresAfter',
    { measuresAfter: [{ what: 'accès coupé', state: 'done', owner: null, at: null }] },
    { measuresAfter: [] },
  ],
];
const mine: BreachRecord = {
  origins: ['other'],
  causes: ['unknown'],
  description: 'la nôtre',
  systems: ['le nôtre'],
  period: { period: 'day', on: '2026-03-10', estimated: false },
  datesComment: 'la nôtre',
  data: ['civil-status'],
  sensitive: ['trade-union'],
  records: { amount: 'exact', count: 1 },
  personCategories: ['minors'],
  persons: { amount: 'exact', count: 1 },
  consequencesText: 'la nôtre',
  measuresAfter: [{ what: 'la nôtre', state: 'planned', owner: null, at: null }],
};

const told = (record: BreachRecord, version: number) => ({
  type: 'case.informed' as const,
  values: { ...record, version },
});
const change = (field: RecordField) => ({ kind: 'record.change' as const, change: { [field]: mine[field] } });

describe.each(rows)('%s that a sealed notice tells', (field, first, second) => {
  it('stands where the record is silent, and is marked', () => {
    const story = createCaseStory(opening({ nature: [] }));
    const { record, takenFrom } = story.write(told(first, 1));
    expect([record[field], takenFrom[field]]).toEqual([first[field], 'notice']);
    expect(story.write(told(second, 2)).record[field]).toEqual(second[field]);
  });

  it('never overwrites what the controller recorded, and asks nothing of what it knew', () => {
    const story = createCaseStory();
    story.write(told(first, 1));
    const one = story.act(change(field));
    expect([one.record[field], one.takenFrom[field]]).toEqual([mine[field], undefined]);
    expect(processorDiffers(one)).toEqual([]);
    expect(processorDiffers(story.write(told(first, 2)))).toEqual([]);
  });

  it('differs once a later version says something else, until it is taken over', () => {
    const story = createCaseStory();
    story.write(told(first, 1));
    story.act(change(field));
    const one = story.write(told(second, 2));
    expect(processorDiffers(one)).toMatchObject([{ field, value: second[field], version: 2 }]);
    expect(one.record[field]).toEqual(mine[field]);
    const after = story.act({ kind: 'record.take', fields: [field], version: 2 });
    expect([after.record[field], processorDiffers(after)]).toEqual([second[field], []]);
  });
});

describe('what the processor says', () => {
  it('before the controller recorded something else by hand differs where it came later', () => {
    const story = createCaseStory();
    story.act(change('persons'));
    expect(processorDiffers(story.write(told(FEW, 1)))).toMatchObject([{ field: 'persons', version: 1 }]);
  });

  it('once erased in its newest version is not said by an older one', () => {
    const story = createCaseStory();
    story.write(told({ description: 'un' }, 1));
    expect(story.write(told({ description: null }, 2)).record.description).toBeUndefined();
  });

  it('is one a version, in whatever order they come', () => {
    const story = createCaseStory();
    story.write(told({ systems: ['b'] }, 2));
    expect(story.write(told({ systems: ['a'] }, 1)).record.systems).toEqual(['b']);
    expect(story.write(told({ systems: ['c'] }, 2)).record.systems).toEqual(['b']);
  });

  it('is taken over of the version that was read, and where it says anything else', () => {
    const story = createCaseStory();
    story.act(change('persons'));
    story.write(told(FEW, 1));
    story.write(told(MANY, 2));
    expect(story.try({ kind: 'record.take', fields: ['persons', 'city'], version: 1 })).toMatchObject({
      error: { issues: [{ pointer: '/fields/1' }, { pointer: '/version' }] },
    });
  });

  it('gives way to an assessment of this very case', () => {
    const story = createCaseStory();
    story.write(told({ data: ['location'] }, 1));
    story.act(commands.qualify);
    const { record, takenFrom } = story.act(commands['risk.score']);
    expect([record.data, takenFrom.data]).toEqual([['contact-details', 'financial-or-economic'], 'score']);
  });

  it('after an assessment stands before it; what it repeats, or does not know, does not', () => {
    const story = createCaseStory();
    story.write(told({ ...FEW, data: ['location'] }, 1));
    story.act(commands.qualify);
    story.act(commands['risk.score']);
    const one = story.write(told({ ...MANY, data: ['location'], sensitive: [] }, 2));
    expect([one.record.persons, one.takenFrom.persons]).toEqual([MANY.persons, 'notice']);
    expect([one.record.data, one.takenFrom.data]).toEqual([['contact-details', 'financial-or-economic'], 'score']);
    expect(toldLetter(one)?.counts).toEqual([{ field: 'persons', count: MANY.persons }]);
    const open = story.write(told({ persons: { amount: 'unknown' } }, 3));
    expect([open.record.persons, open.takenFrom.persons]).toEqual([{ amount: 'approx', count: 40 }, 'score']);
  });
});

describe('a version as values', () => {
  const said = {
    items: {
      ...items,
      b: [dpo],
      c: { answer: 'value' as const, text: 'clients', persons: 40, records: null },
      d: { answer: 'value' as const, text: 'démarchage' },
      e: { answer: 'value' as const, text: 'accès coupé' },
    },
    told: { nature: ['confidentiality' as const] },
    facts: { data: ['contact-details' as const], cause: 'unknown' as const, persons: { approx: 7 } },
    measures: { taken: [measure], proposed: [], toDecide: [measure] },
    dates: null,
  };

  it('says what its letter says: items, categories, numbers, measures by their state', () => {
    const facts = noticeFacts(said);
    expect(facts?.record).toEqual({
      natures: ['confidentiality'],
      description: items.a,
      data: ['contact-details'],
      persons: { amount: 'approx', count: 40 },
      consequencesText: 'démarchage',
      measuresAfter: [
        { what: 'accès coupé', state: 'ongoing', owner: null, at: null },
        { what: 'compte fermé', state: 'done', owner: null, at: FROM },
        { what: 'compte fermé', state: 'planned', owner: null, at: null },
      ],
    });
    const record = factsInRecord(NoticeFacts.parse(facts), { from: 'SLIME', version: 1, first: FROM });
    expect(record).toMatchObject({
      foundBy: 'processor',
      otherBodies: [{ name: 'SLIME', role: 'processor', alertedAt: FROM, contact: expect.stringContaining('Noa') }],
    });
  });

  it('says nothing of what its letter only promises', () => {
    const toFollow = { answer: 'toFollow' as const, eta: null };
    const facts = noticeFacts({ ...said, items: { ...said.items, c: toFollow, d: toFollow, e: toFollow } });
    expect(Object.keys(facts?.record ?? {})).toEqual(['natures', 'description']);
  });

  const text = 'é'.repeat(10_000);
  const long = { answer: 'value' as const, text };
  const longest = { ...said.items, a: text, d: long, e: long };

  it('says the longest items whole', () => {
    const record = noticeFacts({ ...said, items: longest })?.record;
    expect(record).toMatchObject({
      description: text,
      consequencesText: text,
      measuresAfter: [{ what: text }, {}, {}],
    });
  });

  it('longer than an envelope holds leaves each measure to the letter, then all', () => {
    const many = Array.from({ length: 50 }, () => ({ ...measure, what: 'é'.repeat(2_000) }));
    const measures = { taken: many, proposed: [], toDecide: [] };
    const record = noticeFacts({ ...said, items: longest, measures })?.record;
    expect(record?.measuresAfter).toEqual([{ what: text, state: 'ongoing', owner: null, at: null }]);
    const wide = '\u0001'.repeat(10_000); // six bytes each in canonical JSON
    const widest = { answer: 'value' as const, text: wide };
    expect(noticeFacts({ ...said, items: { ...said.items, a: wide, d: widest, e: widest } })).toBeNull();
  });
});

describe('what the organisation says of itself', () => {
  const officer = { name: 'Alix de La Tour', email: 'alix@val.example', phone: null };

  it('fills name, officer and contact where the record is silent', () => {
    const { record, takenFrom } = withHouse(createCaseStory().state(), { name: 'Val Témoin', officer, identity: null });
    expect(record).toMatchObject({
      organisationName: 'Val Témoin',
      dpo: officer,
      contactPerson: { firstName: 'Alix', lastName: 'de La Tour', isDpo: true },
    });
    expect(takenFrom).toMatchObject({ organisationName: 'organisation', dpo: 'organisation' });
  });

  it('never overwrites what was recorded', () => {
    const story = createCaseStory();
    story.act({ kind: 'record.change', change: { organisationName: 'Val SA' } });
    expect(
      withHouse(story.state(), { name: 'Val Témoin', officer: null, identity: null }).record.organisationName,
    ).toBe('Val SA');
  });

  it('of a single name makes no contact: which part it is nobody can say', () => {
    const { record } = withHouse(createCaseStory().state(), {
      name: null,
      officer: { ...officer, name: 'Alix' },
      identity: null,
    });
    expect([record.dpo?.name, record.contactPerson]).toEqual(['Alix', undefined]);
  });
});
