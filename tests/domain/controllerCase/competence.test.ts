import { describe, expect, it } from '@jest/globals';
import type { Reach } from '../../../domain/authority/leadAuthority';
import { authorityRegion, filedAt } from '../../../domain/controllerCase/case';
import { competentOf, isCompetent, toTell } from '../../../domain/controllerCase/competence';
import { edpbOfCase } from '../../../domain/controllerCase/edpb';
import { mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { filingOf, nextType } from '../../../domain/controllerCase/sheet';
import { openLimit } from '../../../domain/controllerCase/term';
import { caseRows } from '../../../domain/deadline/caseRows';
import { caseAt, commands, createCaseStory, decision, LIMIT, NOW } from '../../fakes/caseStory';
import { atHome, g12 } from '../../fakes/g12';
import { people } from '../../fakes/incidentStory';

const now = new Date(NOW);
const file = (authorityId: string, receiptNumber = `R-${authorityId}`) => ({
  ...commands['authority.file'],
  authorityId,
  receiptNumber,
});
const twoHomes = { publicBody: false, establishments: ['BE', 'FR'], mainEstablishment: null };

/** A breach of an organisation that recorded where it is, with whom it touches said in its record. */
function breachOf({ publicBody, establishments, mainEstablishment, crossBorder, personsIn }: Reach) {
  const seat = { publicBody, establishments: [...establishments], mainEstablishment };
  const story = createCaseStory(undefined, { seat });
  story.act(commands.qualify);
  const countries = [...new Set(personsIn)].map((country) => ({ country, persons: { amount: 'unknown' as const } }));
  story.act({ kind: 'record.change', change: { crossBorder: crossBorder ? 'yes' : 'no', countries } });
  return story;
}

describe('G12: whom a case tells', () => {
  it.each(g12)('%s', (_what, reach, told) => {
    const story = breachOf({ ...atHome, ...reach });
    const competent = competentOf(story.state());
    if (told.notify.length === 0) {
      expect(competent).toEqual({ known: false, lacks: 'countries' });
      expect(authorityRegion(story.state())).toBe('PENDING');
      return;
    }
    const { rule, notify: countries, name, outside } = told;
    expect(competent).toMatchObject({
      known: true,
      from: 'organisation',
      rule,
      countries,
      name,
      outside,
      asksCrossBorder: false,
    });
    for (const { country } of toTell(story.state())) {
      expect(authorityRegion(story.state())).toBe('PENDING');
      expect(openLimit(story.state())?.strict).toBe(LIMIT);
      const id = { FR: 'cnil', BE: 'apd-gba', DE: 'baylda', NL: 'ap-nl', IT: 'garante', PL: 'uodo' }[country] ?? '';
      story.write({ type: 'authority.filed', values: filed(id) });
    }
    expect(authorityRegion(story.state())).toBe('INITIAL_SENT');
    expect(openLimit(story.state())).toBeNull();
    expect(filedAt(story.state())).toBe(NOW);
  });

  it.each([
    ['lead', { establishments: ['FR', 'BE'], mainEstablishment: 'BE', crossBorder: true }, 'Gegevensbescherming'],
    ['territory', {}, null],
    ['public body', { publicBody: true, crossBorder: true }, null],
    ['no lead', { establishments: ['FR', 'BE'], mainEstablishment: null, crossBorder: true }, null],
  ] as const)('the common template names a lead only where one leads: %s', (_what, reach, lead) => {
    const built = edpbOfCase(breachOf({ ...atHome, ...reach }).state(), { type: 'initial' }, now);
    const named = built.ok ? (built.value.facts?.elsewhere.leadAuthority ?? null) : 'refused';
    if (lead === null) expect(named).toBeNull();
    else expect(named).toContain(lead);
  });
});

const filed = (authorityId: string) => {
  const { kind: _kind, bundledWith: _with, ...values } = file(authorityId);
  return values;
};

describe('an authority that is not competent', () => {
  it('is told and recorded, and the clock runs on', () => {
    const story = caseAt('BREACH');
    story.act(decision('high'));
    const one = story.act(file('apd-gba'));
    expect(one.authorities).toMatchObject([{ authorityId: 'apd-gba', state: 'INITIAL_SENT' }]);
    expect(isCompetent(one, 'apd-gba')).toBe(false);
    expect(authorityRegion(one)).toBe('PENDING');
    expect(openLimit(one)?.strict).toBe(LIMIT);
    expect(filedAt(one)).toBeNull();
    expect(caseRows(one, now).find(({ obligation }) => obligation === 'authority')?.clock.doneAt).toBeNull();
  });

  it('stops it once the record says that it is competent, and the other one does no longer', () => {
    const story = caseAt('BREACH');
    story.act(file('apd-gba'));
    const one = story.act({
      kind: 'record.change',
      change: { establishments: ['BE'], mainEstablishment: 'BE' },
    });
    expect(competentOf(one)).toMatchObject({ known: true, from: 'record', countries: ['BE'] });
    expect(authorityRegion(one)).toBe('INITIAL_SENT');
    expect(isCompetent(one, 'cnil')).toBe(false);
  });

  it('may be withdrawn from and told anew without a word on the clock', () => {
    const story = caseAt('BREACH');
    story.act(file('cnil'));
    story.act(file('apd-gba'));
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    story.act({ ...commands['authority.withdraw'], authorityId: 'apd-gba' });
    const one = story.act(commands.qualify, people.dpo);
    expect([authorityRegion(one), openLimit(one)]).toEqual(['INITIAL_SENT', null]);
    expect(mainAuthority(one, now).id).toBe('cnil');
  });

  it('leaves a decision that nobody has to be told as it is', () => {
    const story = caseAt('BREACH');
    story.act(decision('unlikely'));
    expect(authorityRegion(story.act(file('apd-gba')))).toBe('NOT_REQUIRED');
  });
});

describe('two authorities', () => {
  const both = () => createCaseStory(undefined, { seat: twoHomes });

  it('stands where its furthest behind authority stands, of those that have to be told', () => {
    const story = createCaseStory(undefined, { seat: twoHomes });
    story.act(commands.qualify);
    story.act({ ...commands['authority.file'], type: 'complete', authorityId: 'dpc' });
    expect(authorityRegion(story.state())).toBe('PENDING');
    story.act({ ...commands['authority.file'], type: 'complete' });
    expect(authorityRegion(story.state())).toBe('PENDING');
    story.act({ ...commands['authority.file'], authorityId: 'apd-gba' });
    expect(authorityRegion(story.state())).toBe('INITIAL_SENT');
  });

  it('the limit runs until both are told, and ends with the later one', () => {
    const story = both();
    story.act(file('cnil'));
    expect(authorityRegion(story.state())).toBe('PENDING');
    expect(toTell(story.state())).toEqual([
      { country: 'BE', toldAt: null },
      { country: 'FR', toldAt: NOW },
    ]);
    story.act({ ...file('apd-gba'), type: 'complete' });
    expect(authorityRegion(story.state())).toBe('INITIAL_SENT');
    expect(openLimit(story.state())).toBeNull();
  });

  it('each that is still to be told has a row of its own; once both are, there is one, met', () => {
    const story = both();
    const rows = () => caseRows(story.state(), now).filter(({ obligation }) => obligation === 'authority');
    expect(rows().map(({ country, clock }) => [country, clock.dueAt, clock.doneAt])).toEqual([
      ['BE', LIMIT, null],
      ['FR', LIMIT, null],
    ]);
    story.act(file('cnil'));
    expect(rows().map(({ country }) => country)).toEqual(['BE']);
    story.act({ ...file('apd-gba'), type: 'complete' });
    expect(rows()).toMatchObject([{ country: null, clock: { doneAt: NOW } }]);
  });

  it('where one alone has to be told it has no name on the board', () => {
    expect(caseRows(caseAt('BREACH').state(), now).find(({ obligation }) => obligation === 'authority')).toMatchObject({
      country: null,
    });
  });

  it('each has its own receipt, its own next type and its own reasons for delay', () => {
    const story = both();
    story.act(file('cnil', 'FR-77'));
    const one = story.state();
    const late = new Date('2026-03-14T13:20:00.000Z');
    const of = (authorityId: string) => filingOf(one, { type: nextType(one, authorityId), authorityId }, late);
    expect(of('cnil')).toMatchObject({ type: 'complementary', initialNumber: 'FR-77', reasonsNeeded: false });
    expect(of('apd-gba')).toMatchObject({ type: 'initial', initialNumber: null, reasonsNeeded: true });
    // none named: the one that is owed
    expect(filingOf(one, { type: 'initial' }, late)).toMatchObject({ initialNumber: null, reasonsNeeded: true });
  });
});

describe('where nobody knows who is competent', () => {
  it('a case opened before this was asked reads as it did: whoever is told stops the clock', () => {
    const story = createCaseStory(undefined, { isOld: true });
    expect(competentOf(story.state())).toEqual({ known: false, lacks: 'establishments' });
    const one = story.act({ ...file('apd-gba'), type: 'complete' });
    expect([authorityRegion(one), openLimit(one), filedAt(one)]).toEqual(['FINAL', null, NOW]);
    expect(isCompetent(one, 'apd-gba')).toBe(true);
  });

  it('a zone of no country that we know says nothing', () => {
    const one = createCaseStory(undefined, { zone: 'Europe/London' }).state();
    expect(competentOf(one)).toMatchObject({ known: false, lacks: 'establishments' });
  });

  it('a controller of Austria owes the Austrian authority, and no other stops its clock', () => {
    const seat = { publicBody: false, establishments: ['AT'], mainEstablishment: 'AT' };
    const story = createCaseStory(undefined, { seat });
    story.act(commands.qualify);
    expect(authorityRegion(story.act(file('cnil')))).toBe('PENDING');
    expect(authorityRegion(story.write({ type: 'authority.filed', values: filed('dsb-at') }))).toBe('INITIAL_SENT');
  });

  it('while nobody has said whether it crosses borders the local authority is told, and the case asks', () => {
    const seat = { publicBody: false, establishments: ['DE', 'FR'], mainEstablishment: 'FR' };
    const story = createCaseStory(undefined, { seat });
    story.act({
      kind: 'record.change',
      change: { countries: [{ country: 'DE', persons: { amount: 'unknown' } }], crossBorder: 'unknown' },
    });
    expect(competentOf(story.state())).toMatchObject({ countries: ['DE'], asksCrossBorder: true });
    story.act({ kind: 'record.change', change: { crossBorder: 'yes' } });
    expect(competentOf(story.state())).toMatchObject({ countries: ['FR'], rule: 'lead', asksCrossBorder: false });
  });

  it('a main establishment is one of those that the case names', () => {
    const story = caseAt('BREACH');
    const refused = story.try({ kind: 'record.change', change: { establishments: ['FR'], mainEstablishment: 'BE' } });
    expect(refused).toMatchObject({ ok: false, error: { issues: [{ pointer: '/change/mainEstablishment' }] } });
  });
});
