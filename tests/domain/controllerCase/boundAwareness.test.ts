import { describe, expect, it } from '@jest/globals';
import { edpbOfCase } from '../../../domain/controllerCase/edpb';
import { sheetOfCase } from '../../../domain/controllerCase/sheet';
import { columnsWhen } from '../../../domain/register/columnsWhen';
import { factOf } from '../../../domain/register/facts';
import { caseAt, commands, createCaseStory, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

type Story = ReturnType<typeof createCaseStory>;
const now = new Date(NOW);
const LATER = '2026-03-10T13:50:00.000Z';

/** What forms, register and statistics say of the awareness. */
function saidOf(story: Story) {
  const one = story.state();
  const dates = sheetOfCase(one, { type: 'initial' }, now).sections.find(({ section }) => section === 'dates');
  const valuesOf = (key: string) => dates?.fields.find((field) => field.key === key)?.values ?? null;
  const form = edpbOfCase(one, { type: 'initial' }, now);
  const row = { one, contract: null, personName: String, authorityName: String };
  const fact = factOf('controllerCase', one);
  return {
    sheet: valuesOf('awareAt'),
    beside: valuesOf('saidLaterAt'),
    edpb: form.ok ? form.value.facts?.timeline.awareAt : null,
    register: columnsWhen.find(({ key }) => key === 'aware')?.ofCase?.(row),
    statistics: fact?.kind === 'controllerCase' ? fact.awareAt : null,
  };
}

const instant = (at: string) => ({ as: 'instant', at });

describe('the awareness that an authority is told (invariant 4)', () => {
  it('is the one that binds: what one person said later stands beside it, as a comment', () => {
    const story = createCaseStory(opening({ certain: false }));
    story.act({ ...commands.qualify, awareAt: LATER }, people.oncall);
    expect(saidOf(story)).toEqual({
      sheet: [instant(RECEIVED)],
      beside: [instant(LATER)],
      edpb: { value: RECEIVED },
      register: [
        { as: 'row', values: [instant(RECEIVED)] },
        { as: 'row', values: [{ as: 'terms', vocabulary: 'registerSaid', terms: ['saidLater'] }, instant(LATER)] },
      ],
      statistics: RECEIVED,
    });
  });

  it('is the later one once the DPO and management have approved it', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['aware.correct'], awareAt: LATER }, people.dpo);
    story.yes(people.director);
    expect(saidOf(story)).toEqual({
      sheet: [instant(LATER)],
      beside: null,
      edpb: { value: LATER },
      register: [instant(LATER)],
      statistics: LATER,
    });
  });

  it('is nobody’s in register and statistics while it is only suspected', () => {
    const said = saidOf(createCaseStory(opening({ certain: false })));
    expect([said.register, said.statistics]).toEqual([[], null]);
  });
});
