import type { Deliverable } from '../../domain/delivery/events';
import type { Notice, VersionState } from '../../domain/notice/fold';
import { measureExchangeId, measureSaid, tellingsOf } from '../../domain/notice/measureSaid';
import type { FullCase } from '../notice/readCase';
import type { Context } from '../ports/ports';
import { freezeExchange } from './freezeExchange';
import { controllerPeer } from './peers';

/** Id of the message by which a version goes there. */
export const versionExchangeId = (number: number): string => `v${number}-exchange`;

/** Whether a version went to the controller's own installation: what is told of a measure goes after it. */
export const hasOpenedThere = ({ versions, outbox }: Pick<Notice, 'versions' | 'outbox'>): boolean =>
  versions.some(({ number }) => outbox.some(({ id }) => id === versionExchangeId(number)));

/** With a version frozen now: what was said of measures before, and could not be told, goes right after it. */
export const measuresBefore = (ctx: Context, { notice, ...around }: FullCase, at: string): Promise<Deliverable[]> =>
  measureMessages(ctx, { ...around, notice }, at, [...notice.versions, { frozenAt: at }]);

/** Whatever there is to tell of the measures of a notice and is not in its outbox. */
export async function measureMessages(
  ctx: Context,
  { notice, agreement }: FullCase,
  at: string,
  versions: readonly Pick<VersionState, 'frozenAt'>[] = notice.versions,
): Promise<Deliverable[]> {
  const peer = controllerPeer(agreement);
  if (peer === null) return [];
  const all = notice.measures.flatMap((measure) =>
    tellingsOf(measure, versions).flatMap((kind) => {
      const id = measureExchangeId(kind, measure.id);
      const said = measureSaid({ notice: { id: notice.id, versions }, agreement }, measure, kind);
      return said === null || notice.outbox.some((one) => one.id === id) ? [] : [{ id, said }];
    }),
  );
  const { partyId } = notice.opened;
  const frozen = await Promise.all(
    all.map(({ id, said }) => freezeExchange(ctx, notice.id, { id, partyId, peer, at, said })),
  );
  return frozen.flat();
}
