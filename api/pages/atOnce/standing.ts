import { acknowledgedAt, openCallsTo, type Telling, type Told, untoldOf } from '../../../domain/atOnce/telling';
import type { Touched } from '../../../domain/incident/vocabulary';
import { isSecret, toBeTold, type Transfer } from '../../../domain/transfer/fold';
import type { Vulnerability } from '../../../domain/vulnerability/fold';
import type { AtOnceLine } from '../../../templates/pages/atOnce';
import type { Said } from '../../../templates/pages/words/word';

/** Of either kind what its list and its page show alike. */
export type Shown = Telling & {
  id: string;
  reference: string;
  recordedAt: string;
  room: 'vulnerabilities' | 'transfers';
  title: Said;
  stage: Said;
  touched: readonly Touched[];
  secret: boolean;
};

export const ofVulnerability = ({ id, reference, recordedAt, told, outbox, stage, proven }: Vulnerability): Shown => ({
  id,
  reference,
  recordedAt,
  told,
  outbox,
  room: 'vulnerabilities',
  title: { key: 'stage.vulnerability' },
  stage: { key: `stage.${stage}` },
  touched: proven.touched,
  secret: false,
});

export function ofTransfer(one: Transfer, now: Date): Shown {
  const { id, reference, recordedAt, told, outbox, stage, recorded } = one;
  return {
    id,
    reference,
    recordedAt,
    told,
    outbox,
    room: 'transfers',
    title: { key: `atOnce.cause.${recorded.cause}` },
    stage: { key: `stage.${stage}` },
    touched: toBeTold(one),
    secret: isSecret(one, now),
  };
}

type Standing = Pick<AtOnceLine, 'state' | 'tone'>;

const STANDINGS = {
  secret: { state: { key: 'atOnce.secret' }, tone: 'near' },
  toTell: { state: { key: 'atOnce.toTell' }, tone: 'late' },
  toCall: { state: { key: 'atOnce.toCall' }, tone: 'late' },
  waits: { state: { key: 'atOnce.waits' }, tone: 'run' },
  acknowledged: { state: { key: 'atOnce.outcome.acknowledged' }, tone: 'done' },
  nobody: { state: { key: 'atOnce.nobody' }, tone: 'done' },
} as const satisfies Record<string, Standing>;

/** Where one controller stands; `told` is left out for one that was not told. */
export function standingOf(one: Shown, told: Told | undefined): Standing {
  if (told === undefined) return one.secret ? STANDINGS.secret : STANDINGS.toTell;
  if (acknowledgedAt(told) !== null) return STANDINGS.acknowledged;
  return openCallsTo(one, told).length > 0 ? STANDINGS.toCall : STANDINGS.waits;
}

/** All of them: what is worst comes first. */
export function lineOf(one: Shown): AtOnceLine {
  const { id, room, reference, title, recordedAt: at, stage, told } = one;
  const untold = untoldOf(one.touched, one);
  const all = String(untold.length + told.length);
  const confirmed = told.filter((each) => acknowledgedAt(each) !== null).length;
  const found = [...untold.map(() => standingOf(one, undefined)), ...told.map((each) => standingOf(one, each))];
  const order: readonly Standing[] = Object.values(STANDINGS);
  return {
    href: `/${room}/${id}`,
    reference,
    title,
    at,
    stage,
    told: {
      key: 'atOnce.ofAll',
      values: {
        n: String(told.length),
        all,
      },
    },
    acknowledged: {
      key: 'atOnce.ofAll',
      values: {
        n: String(confirmed),
        all,
      },
    },
    ...(order.find((standing) => found.includes(standing)) ?? STANDINGS.nobody),
  };
}
