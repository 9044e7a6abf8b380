import { randomUUID } from 'node:crypto';
import { appendEvent } from '../../application/entries/appendEvent';
import type { Context } from '../../application/ports/ports';
import { decideRecord } from '../../domain/agreement/decide';
import { plain } from '../../domain/shared/plain';
import { annexOf, type ControllerKey } from '../fakes/noticeHouse';
import { unwrap } from './insist';

const SECONDS_AN_HOUR = 3_600;

export type Limits = { limitSeconds: number; marginSeconds: number };

/** An agreement whose controller must be told within seconds. */
export async function recordAgreement(ctx: Context, key: ControllerKey, { limitSeconds, marginSeconds }: Limits) {
  const annex = annexOf(key);
  const terms = {
    ...annex.terms,
    breachNotice: { ...annex.terms.breachNotice, hours: limitSeconds / SECONDS_AN_HOUR },
    protectiveNotice: { enabled: true, marginMinutes: marginSeconds / 60 },
  };
  const document = { ...annex, inForceFrom: '2020-01-01', endsOn: '2999-12-31', terms };
  const { type, values } = unwrap(decideRecord(document, `party-${key}`));
  unwrap(
    await appendEvent(ctx, {
      subject: { kind: 'agreement', id: key },
      key: randomUUID(),
      event: { type, values: plain(values) },
      standing: { kind: 'decision', revision: 1 },
    }),
  );
}
