import type { Deliverable, NewOutcome } from '../delivery/events';

/**
 * Ways that can be tried: by a message of our own, or by somebody who calls. Letters and other ways stay a person's.
 * `exchange`: to the controller's own installation, where the agreement is tied to one.
 */
export const TESTED_CHANNELS = ['email', 'webhook', 'sms', 'phone', 'exchange'] as const;
export type TestedChannel = (typeof TESTED_CHANNELS)[number];

/**
 * One contact, or the controller itself by exchange, by one channel. `last`: the newest test (`deliverableId` null: a call; `reached` null: not answered yet).
 * `success`: the last that worked, and of which version of the agreement the address was.
 */
export type ContactTest = {
  contactId: string;
  channel: TestedChannel;
  last: { at: string; version: number; deliverableId: string | null; reached: boolean | null };
  success: { at: string; version: number } | null;
};

type Tests = readonly ContactTest[];

export const isTestedChannel = (channel: string): channel is TestedChannel =>
  TESTED_CHANNELS.some((one) => one === channel);

/** The newest test of a way takes the place of the one before; what had worked stays known. */
export function addTests(
  tests: Tests,
  { version, deliverables }: { version: number; deliverables: readonly Deliverable[] },
  at: string,
): ContactTest[] {
  return deliverables.reduce<ContactTest[]>(
    (all, { id, to, channel }) => {
      if (!isTestedChannel(channel)) return all;
      const success = all.find((one) => one.contactId === to.id && one.channel === channel)?.success ?? null;
      const last = { at, version, deliverableId: id, reached: null };
      return put(all, { contactId: to.id, channel, last, success });
    },
    [...tests],
  );
}

type Called = { version: number; contactId: string; reached: boolean };

/** Somebody called; `at`: when. A call that was written down late does not undo what is known of later. */
export function noteCall(tests: Tests, { version, contactId, reached }: Called, at: string): ContactTest[] {
  const before = tests.find((one) => one.contactId === contactId && one.channel === 'phone');
  const isAfter = (known: { at: string } | null | undefined) => known == null || Date.parse(at) >= Date.parse(known.at);
  const last = isAfter(before?.last) ? { at, version, deliverableId: null, reached } : before?.last;
  const success = reached && isAfter(before?.success) ? { at, version } : (before?.success ?? null);
  return last === undefined ? [...tests] : put(tests, { contactId, channel: 'phone', last, success });
}

/** The contact used the link of this test. */
export const noteConfirmed = (tests: Tests, deliverableId: string, at: string): ContactTest[] =>
  tests.map((one) => (one.last.deliverableId === deliverableId ? worked(one, at) : one));

/**
 * A webhook and another installation answer by themselves; that a relay or a gateway took a message proves that nobody has
 * read it yet. An installation that is too old to know tests was reached all the same.
 */
export const noteOutcome = (tests: Tests, outcome: NewOutcome, at: string): ContactTest[] =>
  tests.map((one) =>
    one.last.deliverableId === outcome.deliverableId && hasAnswered(one, outcome) ? worked(one, at) : one,
  );

const hasAnswered = ({ channel }: ContactTest, { result, exchange }: NewOutcome): boolean =>
  (channel === 'webhook' && result === 'accepted') ||
  (channel === 'exchange' && (result === 'accepted' || exchange?.why === 'noTests'));

const worked = (one: ContactTest, at: string): ContactTest => ({
  ...one,
  last: { ...one.last, reached: true },
  success: { at, version: one.last.version },
});

const put = (tests: Tests, test: ContactTest): ContactTest[] => [
  ...tests.filter((one) => one.contactId !== test.contactId || one.channel !== test.channel),
  test,
];
