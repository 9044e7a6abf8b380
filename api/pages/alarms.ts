import type { Now } from '../../application/overview/listNow';
import { type Alarm, readAlarms } from '../../application/overview/readAlarms';
import type { Context } from '../../application/ports/ports';
import { everyOpenTransfer } from '../../application/transfer/readTransfers';
import type { AlarmLine } from '../../templates/pages/now';
import type { Inside } from './frame';

/** Each of these is a line; an installation that alarms more is past reading lines. */
const MOST_GRAVE = 5;

/** What nobody should learn by chance: cases that this version cannot read, alarms, and how many tokens were issued. */
export async function alarmLines(
  { ctx, frame, organisation }: Inside,
  { unreadable }: Pick<Now, 'unreadable'>,
): Promise<AlarmLine[]> {
  const readsJournal = !frame.closed.includes('journal');
  const entryAt = (seq: number) => (readsJournal ? `/journal?below=${seq + 1}#e${seq}` : null);
  const raised = await readAlarms(ctx, organisation);
  const grave = raised.filter(({ cause }) => cause !== 'tokenIssued').slice(0, MOST_GRAVE);
  const tokens = raised.filter(({ cause }) => cause === 'tokenIssued');
  return [
    ...(unreadable.length === 0 ? [] : [unreadableLine(unreadable.length, readsJournal)]),
    ...grave.map(({ cause, raisedAt, aboutSeq }): AlarmLine => {
      return {
        tone: 'late',
        what: { key: `alarm.${cause}` },
        more: { key: `alarm.${cause}What` },
        at: raisedAt,
        href: entryAt(aboutSeq),
      };
    }),
    ...(await unagreedLines(ctx)),
    ...tokensLine(tokens),
  ];
}

/** Transfers that are open and that no agreement allows (duty S3-17). */
async function unagreedLines(ctx: Context): Promise<AlarmLine[]> {
  const unagreed = (await everyOpenTransfer(ctx)).filter(({ recorded }) => recorded.unagreed !== null);
  return unagreed.slice(0, MOST_GRAVE).map(({ id, reference, recordedAt }) => ({
    tone: 'late',
    what: { key: 'alarm.transferUnagreed', values: { reference } },
    more: { key: 'alarm.transferUnagreedWhat' },
    at: recordedAt,
    href: `/transfers/${id}`,
  }));
}

const unreadableLine = (n: number, readsJournal: boolean): AlarmLine => ({
  tone: 'late',
  what: { key: 'alarm.unreadable', values: { n: String(n) } },
  more: { key: 'alarm.unreadableWhat' },
  at: null,
  href: readsJournal ? '/journal' : null,
});

/** Setting up a house issues many: one line counts them, and says when the newest was. */
function tokensLine(tokens: readonly Alarm[]): AlarmLine[] {
  const [newest] = tokens;
  if (newest === undefined) return [];
  const what = { key: 'alarm.tokenIssued' as const, values: { n: String(tokens.length) } };
  return [{ tone: 'near', what, more: { key: 'alarm.tokenIssuedWhat' }, at: newest.raisedAt, href: '/tokens' }];
}
