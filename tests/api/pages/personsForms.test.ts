import { describe, expect, it } from '@jest/globals';
import { orderForms } from '../../../api/pages/case/orderForms';
import { personsForms } from '../../../api/pages/case/personsForms';
import { readSheet } from '../../../api/pages/forms/sheet';
import type { Raw } from '../../../api/pages/forms/question';
import { NOW } from '../../fakes/caseStory';
import { accepted, mailsEnd, print } from '../../fakes/lettersStory';

type Form = (typeof personsForms)['persons.tell'];
type Around = Parameters<Form['questions']>[0];

const zone = 'Europe/Paris';
/** What a form looks at, of a list whose letters were printed at this instant. */
function around(printedAt = NOW): Around {
  const story = accepted(3);
  mailsEnd(story, 37);
  print(story, printedAt);
  const rest = { sending: { lists: [], isRelaySet: true }, language: 'fr', now: new Date(printedAt) };
  return { one: story.state(), zone, ...rest } as unknown as Around;
}
const read = (form: Pick<Form, 'questions'>, raw: Raw, now: Date | null = null) =>
  readSheet(form.questions(around()), raw, zone, now);
const faultsOf = (form: Pick<Form, 'questions'>, raw: Raw) => {
  const filled = read(form, raw);
  return filled.ok ? [] : filled.faults.map(({ name, text }) => [name, (text as { key: string }).key]);
};

describe('forms of telling the persons at midnight and where the clocks change', () => {
  it.each([
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ])('letters printed at %s are of %s, the day of the place', (printedAt, day) => {
    const list = personsForms['persons.tell'].questions(around(printedAt)).find(({ name }) => name === 'listId');
    expect(list?.options?.[0]?.label).toMatchObject({ values: { at: day } });
  });

  const hold = { reference: 'PV 12', reason: 'enquête' };
  it.each([
    ['the day’s first minute', '2026-03-29T00:00', '2026-03-28T23:00:00.000Z'],
    ['the day’s last minute', '2026-03-29T23:59', '2026-03-29T21:59:00.000Z'],
    ['before the clocks go forward', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['after they went', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['midnight of the long day', '2026-10-26T00:00', '2026-10-25T23:00:00.000Z'],
  ])('a hold until %s is held until that instant', (_when, until, instant) => {
    const filled = read(personsForms['persons.hold'], { ...hold, until });
    expect(filled.ok && personsForms['persons.hold'].command(filled.sheet)).toMatchObject({ until: instant });
  });

  it('a hold until an hour that there is not is refused; of one that comes twice it is asked which', () => {
    const form = personsForms['persons.hold'];
    expect(faultsOf(form, { ...hold, until: '2026-03-29T02:30' })).toEqual([['until', 'err.missingHour']]);
    expect(faultsOf(form, { ...hold, until: '2026-10-25T02:30' })).toEqual([['until', 'err.repeatedHour']]);
    const which = (untilHour: string) => {
      const filled = read(form, { ...hold, until: '2026-10-25T02:30', untilHour });
      return filled.ok && form.command(filled.sheet);
    };
    expect(which('first')).toMatchObject({ until: '2026-10-25T00:30:00.000Z' });
    expect(which('second')).toMatchObject({ until: '2026-10-25T01:30:00.000Z' });
  });

  it('an order “now”, a second before midnight, is of that minute; the other hour that was typed besides is a fault', () => {
    const form = orderForms['persons.order'];
    const ordered = { authorityId: 'cnil', reference: 'MED-1', orderedAtNow: 'yes' };
    const filled = read(form, ordered, new Date('2026-10-25T22:59:59.999Z'));
    expect(filled.ok && form.command(filled.sheet)).toMatchObject({ orderedAt: '2026-10-25T22:59:00.000Z' });
    expect(faultsOf(form, { ...ordered, orderedAt: '2026-10-25T23:59' })).toEqual([['orderedAt', 'err.nowOrHour']]);
  });
});
