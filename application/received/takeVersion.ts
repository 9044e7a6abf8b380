import type { Sealed } from '../../domain/controllerCase/decideReceived';
import type { ReceiveNotice } from '../../domain/controllerCase/receiveCommand';
import { beganIn } from '../../domain/exchange/noticeFacts';
import type { Upward } from '../../domain/exchange/upward';
import { notAhead } from '../../domain/incident/chronology';
import { chainKey } from '../../domain/incident/chains';
import { firmKey } from '../../domain/party/firmKey';
import { refused, type Result } from '../../domain/shared/errors';
import { readSubProcessorMap } from '../agreement/readSubProcessorMap';
import { receiveBelieved } from '../controllerCase/receiveNotice';
import type { Written } from '../entries/written';
import { receiveBelievedSub } from '../incident/receiveSealed';
import { openImpliedNow } from '../overview/openImpliedNow';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { openedBy } from './openedBy';
import { sealedIn } from './sealedIn';

/** `upward`: what it says for who processes above the sender; null where it cannot be told. */
export type TakeVersion = ReceiveNotice & { text: string; upward: Upward | null };

/**
 * A version that another organisation hands us by itself: it goes to what its notice has opened, else opens what the party
 * was let in for (ADR 0042). Where that is an incident, the agreements whose annexes list the sender are those that it
 * touches, since only a person knows more.
 */
export async function takeVersion({ ctx, input }: Call<TakeVersion>): Promise<Result<Written>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { upward, ...notice } = input;
  const believed = await sealedIn(ctx, input.envelope);
  if (!believed.ok) return believed;
  const { sealed, opens } = believed.value;
  const opened = await openedBy(ctx, sealed);
  const isIncident = opened === null ? opens === 'incident' : opened.kind === 'incident';
  if (!isIncident) return receiveBelieved(ctx, believed.value, notice);

  const { knownAt, receivedAt, certain, nature, text } = input;
  const isLate = opened === null && knownAt !== null; // told before, though not handed (rule E5)
  const { name = sealed.from, email = null, phone = null } = upward?.contact ?? {};
  const handedAt = notAhead(receivedAt, ctx.ports.now());
  const said = {
    ...sourcesOf(upward),
    toldBy: name,
    email,
    phone,
    receivedAt: isLate ? notAhead(knownAt, ctx.ports.now()) : handedAt,
    certain,
    nature,
    touched: await touchedBy(ctx, sealed),
    ownProcessing: false,
    text,
    items: upward?.items ?? NOTHING,
  };
  const language = upward?.language ?? 'fr';
  const received = await receiveBelievedSub(ctx, believed.value, { said, language, handedAt });
  // a short cut only: the relay opens the same notices under the same keys
  if (received.ok) await openImpliedNow(ctx, received.value.id).catch(() => undefined);
  return received;
}

/** One that an older sender, which says its longest chain alone, has left out is not known. */
function sourcesOf(upward: Upward | null): { below: string[]; alsoBelow: string[][] } {
  const { chain: below = [], chains = [] } = upward ?? {};
  return { below, alsoBelow: chains.filter((chain) => chainKey(chain) !== chainKey(below)) };
}

const NOTHING = { a: null, b: null, c: null, d: null, e: null, persons: null, records: null };

/**
 * The path that the map of sub-processors gives (duty S3-16), now and when the breach began: who was served then is touched,
 * though its contract has ended or names the firm no more. None where no annex lists it.
 */
async function touchedBy(ctx: Context, { from, facts }: Sealed) {
  const began = facts && beganIn(facts);
  const maps = await Promise.all([
    readSubProcessorMap({ ctx }),
    ...(began === null ? [] : [readSubProcessorMap({ ctx, at: began })]),
  ]);
  const firms = maps.flatMap((map) => (map.ok ? map.value : []));
  const contracts = firms.filter(({ name }) => firmKey(name) === firmKey(from)).flatMap((firm) => firm.contracts);
  return [...new Set(contracts.map(({ agreementId }) => agreementId))].map((agreementId) => ({
    agreementId,
    role: 'processor' as const,
  }));
}
