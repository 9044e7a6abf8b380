import { type Telling, untoldOf } from '../../domain/atOnce/telling';
import {
  isTelling as isTellingOfTransfer,
  reviewDueAt,
  tellFrom,
  toBeTold,
  type Transfer,
} from '../../domain/transfer/fold';
import { isTelling, type Vulnerability } from '../../domain/vulnerability/fold';
import { allSubjects } from '../entries/allSubjects';
import type { Context } from '../ports/ports';
import type { Rendered, Shown } from '../ports/texts';
import { type LetterParts, transferLetter, vulnerabilityLetter } from './letters';

/** Kinds of subject of which controllers are told at once. */
export type AtOnceKind = 'vulnerability' | 'transfer';

/** One of them, as far as telling goes. */
export type Matter = Telling & {
  kind: AtOnceKind;
  id: string;
  reference: string;
  /** From when it is told, UTC; null while the law forbids it and nobody knows until when. */
  from: string | null;
  /** When it is asked whether the law still forbids it, UTC; null unless `from` is. */
  reviewAt: string | null;
  /** Its page inside the organisation. */
  path: string;
  revision: number;
  /** Agreements whose controllers have yet to be told. */
  untold: readonly string[];
  /** Whether somebody has yet to be told, a mail to leave, or a call to be made. */
  isTelling: boolean;
  /** Words of ours that leave: each letter may name no other controller. */
  words: string;
  /** When it was over, UTC; null while it is open. */
  overAt: string | null;
  /** @param isOurs whether its words may go to this addressee */
  write(parts: LetterParts, isOurs: boolean): Promise<Rendered>;
  /** The same, to be read on a page. */
  show(parts: LetterParts, isOurs: boolean): Shown;
};

/** Everything open of which somebody may have yet to be told. */
export const openMatters = async (ctx: Context): Promise<Matter[]> =>
  (await everyOpen(ctx)).filter((one) => one.isTelling);

/** Everything that is not over, or of which somebody has yet to be told. */
export async function everyOpen(ctx: Context): Promise<Matter[]> {
  const { orgId, ports } = ctx;
  const [vulnerabilities, transfers] = await Promise.all([
    allSubjects(ports.projections, orgId, 'vulnerability', { open: true }),
    allSubjects(ports.projections, orgId, 'transfer', { open: true }),
  ]);
  return [...vulnerabilities.map((one) => ofVulnerability(ctx, one)), ...transfers.map((one) => ofTransfer(ctx, one))];
}

/** One of them as it stands now; null where there is none. */
export async function readMatter(ctx: Context, kind: AtOnceKind, id: string): Promise<Matter | null> {
  const { orgId, ports } = ctx;
  if (kind === 'transfer') {
    const transfer = await ports.projections.read(orgId, kind, id);
    return transfer && ofTransfer(ctx, transfer);
  }
  const vulnerability = await ports.projections.read(orgId, kind, id);
  return vulnerability && ofVulnerability(ctx, vulnerability);
}

function ofVulnerability({ ports }: Context, one: Vulnerability): Matter {
  const { id, reference, recordedAt, revision, proven, fixed, told, outbox } = one;
  const letter = (parts: LetterParts, isOurs: boolean) => vulnerabilityLetter(proven, parts, isOurs);
  return {
    kind: 'vulnerability',
    id,
    reference,
    from: recordedAt,
    reviewAt: null,
    path: `/vulnerabilities/${id}`,
    revision,
    untold: untoldOf(proven.touched, one),
    isTelling: isTelling(one),
    words: [proven.text ?? '', ...(proven.systems ?? [])].join('\n'),
    told,
    outbox,
    overAt: fixed?.at ?? null,
    write: (parts, isOurs) => ports.texts.render('vulnerability', parts.language, letter(parts, isOurs)),
    show: (parts, isOurs) => ports.texts.show('vulnerability', parts.language, letter(parts, isOurs)),
  };
}

function ofTransfer({ ports }: Context, one: Transfer): Matter {
  const { id, reference, revision, recorded, closed, told, outbox } = one;
  const letter = (parts: LetterParts, isOurs: boolean) => transferLetter(one, parts, isOurs);
  return {
    kind: 'transfer',
    id,
    reference,
    from: tellFrom(one),
    reviewAt: reviewDueAt(one),
    path: `/transfers/${id}`,
    revision,
    untold: untoldOf(toBeTold(one), one),
    isTelling: isTellingOfTransfer(one),
    words: [recorded.source ?? '', recorded.text ?? ''].join('\n'),
    told,
    outbox,
    overAt: closed?.at ?? null,
    write: (parts, isOurs) => ports.texts.render('transfer', parts.language, letter(parts, isOurs)),
    show: (parts, isOurs) => ports.texts.show('transfer', parts.language, letter(parts, isOurs)),
  };
}
