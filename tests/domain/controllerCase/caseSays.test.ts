import { describe, expect, it } from '@jest/globals';
import type { RecordChange } from '../../../domain/authority/breachRecord';
import { caseDiffers, caseSays, withCase } from '../../../domain/controllerCase/caseSays';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { originAt } from '../../../domain/controllerCase/completeRecord';
import { sheetOfCase, toldTo } from '../../../domain/controllerCase/sheet';
import { caseAt, commands, createCaseStory, decision, exempting, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const now = new Date(NOW);
const recorded = (change: RecordChange) => ({ kind: 'record.change' as const, change });

function told(more: Partial<(typeof commands)['persons.tell']> = {}) {
  const story = caseAt('BREACH');
  story.act(decision('high'));
  story.act(commands['persons.draft']);
  story.act({ ...commands['persons.tell'], means: 'letter', told: 12, concerned: 40, bounced: 0, ...more });
  return story;
}

/** A field as a sheet shows it. */
function shown(one: ControllerCase, key: string) {
  const asked = { type: 'complete' as const, authorityId: 'cnil' };
  const { sections } = sheetOfCase(toldTo(one, [], asked, now), asked, now);
  const field = sections.flatMap(({ fields }) => fields).find((each) => each.key === key);
  return field && { state: field.state, from: originAt(toldTo(one, [], asked, now), field.pointer) };
}

describe('what a case knows itself stands in the sheet before anybody types it', () => {
  it('who told of it, since when, in which words, and whether it is established', () => {
    const one = caseAt('BREACH').state();
    expect(caseSays(one)).toMatchObject({
      foundBy: 'processor',
      otherBodies: [{ name: 'Prestataire d’enquêtes', role: 'processor', contact: null, alertedAt: RECEIVED }],
      discovery: expect.stringMatching(
        /^Signalée par le sous-traitant Prestataire d’enquêtes le .+ \(UTC\+\d\), référence .+\.$/,
      ),
      certainty: 'established',
    });
    expect(shown(one, 'discovery')).toEqual({ state: 'given', from: 'case' });
    expect(shown(one, 'awareAt')).toEqual({ state: 'given', from: 'case' });
    expect(caseSays(createCaseStory(opening({ certain: false })).state()).certainty).toBe('supposed');
    expect(caseSays(createCaseStory(opening({ origin: 'own' })).state())).toMatchObject({ foundBy: 'controller' });
  });

  it('a letter that came is named by who wrote and when, and never copied; what we wrote ourselves stays', () => {
    const letter = `NOTIFICATION\n====\n${'Empreinte et adresses. '.repeat(400)}`;
    const one = createCaseStory(opening({ text: letter, reference: 'VGE-7' })).state();
    expect(caseSays(one, 'en').discovery).toMatch(/^Reported by the processor .+ on .+ \(UTC\+1\), reference VGE-7\.$/);
    expect(toldTo(one, [], { type: 'initial', language: 'en' }, now).record.discovery).toMatch(/^Reported by/);
    const spoken = { ...one, informed: [{ seq: 1, version: 1, record: { description: 'Un envoi erroné.' } }] };
    expect(caseSays(spoken).discovery).toMatch(/^Signalée par .+\. Un envoi erroné\.$/);
    const third = createCaseStory(opening({ origin: 'thirdParty', text: letter, reference: null })).state();
    expect(caseSays(third).discovery).toMatch(/^Signalée par un tiers \(.+\) le [^,]+\.$/);
    expect(caseSays(createCaseStory(opening({ origin: 'own', text: 'Vu.' })).state()).discovery).toBe('Vu.');
  });

  it.each([
    ['not decided yet', [], undefined],
    ['a high risk', [decision('high')], 'willBe'],
    ['a risk that is not high', [decision('risk')], 'willNotBe'],
  ] as const)('of the persons, after %s', (_what, acts, informed) => {
    const story = caseAt('BREACH');
    for (const act of acts) story.act(act);
    expect(caseSays(story.state()).personsInformed).toBe(informed);
  });

  it('by which ground they are not told, and why', () => {
    const lower = caseAt('BREACH');
    lower.act(decision('risk'));
    expect(caseSays(lower.state())).toMatchObject({
      notInformedGround: 'noHighRisk',
      notInformedText: expect.stringContaining('Aucune.'),
    });
    const exempt = caseAt('BREACH');
    exempt.act(exempting('b'));
    exempt.act({ ...commands['persons.exempt'], ground: 'b', proof: 'Mots de passe changés.' });
    expect(caseSays(exempt.state())).toMatchObject({
      personsInformed: 'willNotBe',
      notInformedGround: 'laterMeasures',
      notInformedText: 'Mots de passe changés.',
    });
  });

  it('when, how many, by which means and in which words they were told; how many are concerned', () => {
    const story = told();
    story.act({ ...commands['persons.tell'], means: 'phone', told: 3, concerned: null, bounced: 0 });
    expect(caseSays(story.state())).toMatchObject({
      personsInformed: 'informed',
      informedOn: '2026-03-10',
      informedCount: { amount: 'exact', count: 15 },
      informedBy: ['letter', 'phone'],
      persons: { amount: 'approx', count: 40 },
    });
    for (const key of ['personsInformed', 'informedOn', 'informedCount', 'informedBy', 'informedContent']) {
      expect([key, shown(story.state(), key)]).toEqual([key, { state: 'given', from: 'case' }]);
    }
  });

  it('measures that were decided with the processor, never one that waits or was objected to', () => {
    const story = caseAt('BREACH');
    const propose = commands['processor.propose'];
    story.act(propose);
    expect(caseSays(story.state()).measuresAfter).toBeUndefined();
    const [measure] = story.state().processor.measures;
    story.act({ ...commands['processor.decide'], measureId: measure?.id ?? '', verdict: 'agreed', text: null });
    expect(caseSays(story.state()).measuresAfter).toMatchObject([{ what: propose.what, state: 'planned' }]);
  });

  it('which other data protection authority was told, with its number; none for the one that is asked', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], authorityId: 'apd-gba', receiptNumber: 'BE-9' });
    const to = (authorityId: string) => toldTo(story.state(), [], { type: 'initial', authorityId }, now).record;
    expect(to('cnil')).toMatchObject({
      otherDataAuthority: 'yes',
      otherDataAuthorities: [{ name: expect.any(String), reference: 'BE-9' }],
    });
    expect(to('apd-gba').otherDataAuthority).toBeUndefined();
  });

  it('that no other authority was, once every regime was looked at', () => {
    const story = caseAt('BREACH');
    expect(caseSays(story.state()).otherAuthority).toBeUndefined();
    story.act(commands['regime.exclude']);
    expect(caseSays(story.state()).otherAuthority).toBe('no');
    story.act(commands['regime.concern']);
    expect(caseSays(story.state()).otherAuthority).toBeUndefined();
    story.act(commands['regime.record']);
    expect(caseSays(story.state()).otherAuthority).toBe('yes');
  });
});

describe('what a person recorded', () => {
  it('is an override, and stays: that the case knows otherwise is said beside it', () => {
    const story = told();
    story.act(recorded({ informedCount: { amount: 'exact', count: 11 } }), people.dpo);
    const one = story.state();
    expect(withCase(one).record.informedCount).toEqual({ amount: 'exact', count: 11 });
    expect(withCase(one).takenFrom.informedCount).toBeUndefined();
    expect(caseDiffers(one, 'informedCount')).toEqual({ amount: 'exact', count: 12 });
    expect(caseDiffers(one, 'informedBy')).toBeNull();
    expect(shown(one, 'informedCount')).toEqual({ state: 'given', from: 'said' });
  });

  it('is none where it was only "not known at this stage"', () => {
    const story = told();
    story.act(recorded({ personsInformed: 'notDetermined', persons: { amount: 'unknown' } }), people.dpo);
    const { record, takenFrom } = withCase(story.state());
    expect(record).toMatchObject({ personsInformed: 'informed', persons: { count: 40 } });
    expect(takenFrom).toMatchObject({ personsInformed: 'case', persons: 'case' });
    expect(caseDiffers(story.state(), 'personsInformed')).toBeNull();
  });

  it('is not moved in the record itself: what Art 33(5) asks is recorded, or excused, as before', () => {
    const one = told().state();
    expect(one.record.personsInformed).toBeUndefined();
    expect(one.takenFrom.foundBy).toBeUndefined();
  });
});
