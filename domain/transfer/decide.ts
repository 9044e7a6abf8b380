import { z } from 'zod';
import { CalendarDate } from '../agreement/annex1Parties';
import { type Client, namesOthers, namingFault, othersConfirmed } from '../agreement/otherClients';
import { isTooFar, outOfOrder, tooFar } from '../incident/chronology';
import { Touched } from '../incident/vocabulary';
import { Country } from '../party/country';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { Instant } from '../shared/instant';
import { FreeText, Line } from '../shared/words';
import { TransferCause, type TransferEvent, type Unagreed } from './events';
import type { Transfer } from './fold';
import { allowedIn, type TransferCommandKind } from './transitions';

/** A legal compulsion, or a change of the instrument of a transfer: told at once unless the law forbids it (duty S3-17). */
export const RecordTransfer = z.strictObject({
  cause: TransferCause.meta({
    description:
      '`compulsion` by a law, a court or an authority; a change of `instrument`; a transfer `outside`, agreed or not',
  }),
  knownAt: Instant.meta({ description: 'when it was known here; of `outside`: when it began' }),
  source: Line.meta({ description: 'who demands it, which instrument changes, or who receives the data' }),
  text: FreeText.meta({ description: 'what is demanded, or has changed: told to each controller' }),
  touched: z.array(Touched).min(1).max(200).meta({ description: 'agreements whose controllers are told' }),
  secrecy: z
    .strictObject({
      ground: FreeText.meta({ description: 'the law or order that forbids to tell; never told to a controller' }),
      until: Instant.nullable().default(null).meta({ description: 'when it ends, if that is known: it is told then' }),
    })
    .nullable()
    .default(null)
    .meta({ description: 'null: nothing forbids to tell, and it is told at once' }),
  countries: z.array(Country).max(100).default([]).meta({ description: 'of `outside` alone: where to' }),
  authorisation: z
    .strictObject({
      on: CalendarDate.meta({ description: 'day on which the controller authorised this very transfer' }),
      by: Line.meta({ description: 'who did, and by what paper' }),
    })
    .nullable()
    .default(null)
    .meta({ description: 'of `outside` alone: the prior written authorisation, beside what the contract allows' }),
  othersConfirmed,
});
export type RecordTransfer = z.infer<typeof RecordTransfer>;

export const TransferCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transfer.prolong'),
    until: Instant.nullable().meta({ description: 'when secrecy ends now; null: nobody knows' }),
    ground: FreeText.meta({ description: 'the law or order that puts the end off' }),
  }),
  z.strictObject({
    kind: z.literal('transfer.release'),
    releasedAt: Instant.meta({ description: 'when the law no longer forbade to tell' }),
    how: FreeText.meta({ description: 'what ended it' }),
  }),
  z.strictObject({
    kind: z.literal('transfer.close'),
    closedAt: Instant.meta({ description: 'when it was over' }),
    outcome: FreeText.meta({ description: 'what became of it' }),
  }),
]);
export type TransferCommand = z.infer<typeof TransferCommand>;

/** Of what the command names, what the organisation has. `unagreed`: why no agreement allows a transfer outside. */
export type Known = {
  agreementIds: ReadonlySet<string>;
  clients: readonly Client[];
  unagreed: Unagreed | null;
  now: Date;
};

export function decideRecord(
  { secrecy, authorisation, othersConfirmed: isConfirmed, ...said }: RecordTransfer,
  { agreementIds, clients, unagreed, now }: Known,
): Result<TransferEvent> {
  const { touched, source, text, knownAt } = said;
  const unknown = touched.flatMap(({ agreementId }, index): Issue[] =>
    agreementIds.has(agreementId) ? [] : [{ pointer: `/touched/${index}/agreementId`, message: 'no such agreement' }],
  );
  const issues = [...outOfOrder([{ pointer: '/knownAt', at: knownAt }], now), ...unknown];
  // each is told of it alone: what names another would tell that one's affairs (invariant 8)
  for (const [pointer, words] of [
    ['/source', source],
    ['/text', text],
  ] as const) {
    const message = namingFault(namesOthers(words, touched, clients), isConfirmed);
    if (message !== null) issues.push({ pointer, message });
  }
  issues.push(
    ...badEnd('/secrecy/until', secrecy?.until ?? null, now),
    ...badOutside({ ...said, secrecy, authorisation }),
  );
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const { until = null, ground = null } = secrecy ?? {};
  const authorised = { authorisedOn: authorisation?.on ?? null, authorisedBy: authorisation?.by ?? null };
  const values = { ...said, secret: secrecy !== null, secretUntil: until, ground, unagreed, ...authorised };
  return done({ type: 'transfer.recorded', values });
}

/** A transfer outside says where to, of one controller: each authorises its own. Nothing of the other kinds has a country. */
function badOutside({ cause, touched, countries, authorisation, secrecy }: RecordTransfer): Issue[] {
  if (cause !== 'outside') {
    const message = 'only of a transfer outside';
    return [
      ...(countries.length > 0 ? [{ pointer: '/countries', message }] : []),
      ...(authorisation !== null ? [{ pointer: '/authorisation', message }] : []),
    ];
  }
  return [
    ...(countries.length === 0 ? [{ pointer: '/countries', message: 'say where to' }] : []),
    ...(touched.length > 1
      ? [{ pointer: '/touched', message: 'one controller at a time: each authorises its own' }]
      : []),
    ...(secrecy === null ? [] : [{ pointer: '/secrecy', message: 'nothing forbids to tell of our own transfer' }]),
  ];
}

export function decideTransfer(one: Transfer, command: TransferCommand, now: Date): Result<TransferEvent> {
  const allowed = allowedIn(one, now);
  const { kind, ...values } = command;
  if (!allowed.includes(kind as TransferCommandKind)) {
    return refused({ code: 'state.refused', state: one.stage, command: kind, allowed: [...allowed] });
  }
  const since = { pointer: '/knownAt', at: one.recorded.knownAt, recorded: true as const };
  const issues =
    'until' in values
      ? badEnd('/until', values.until, now)
      : outOfOrder(
          [
            since,
            'releasedAt' in values
              ? { pointer: '/releasedAt', at: values.releasedAt }
              : { pointer: '/closedAt', at: values.closedAt },
          ],
          now,
        );
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  if ('until' in values) return done({ type: 'transfer.prolonged', values });
  if ('releasedAt' in values) return done({ type: 'transfer.released', values });
  return done({ type: 'transfer.closed', values });
}

/** The end of a secrecy is yet to come; a slip in its year would keep it for ever. */
function badEnd(pointer: string, until: string | null, now: Date): Issue[] {
  if (until === null) return [];
  if (Date.parse(until) <= now.getTime()) return [{ pointer, message: 'give an instant yet to come' }];
  return isTooFar(until, now) ? [{ pointer, message: tooFar(now) }] : [];
}
