import { entryTypes } from '../../application/journal/entryTypes';
import { readAlarms } from '../../application/overview/readAlarms';
import type { Now } from '../../application/overview/listNow';
import type { AlarmLine } from '../../templates/pages/now';
import { authorOf, type Inside } from './frame';
import { titleOfEntry } from './story';

/** What nobody should learn by chance: cases that this version cannot read, and the alarms of the last 24 hours. */
export async function alarmLines(inside: Inside, { unreadable }: Pick<Now, 'unreadable'>): Promise<AlarmLine[]> {
  const { ctx, frame, names, organisation } = inside;
  const readsJournal = !frame.closed.includes('journal');
  const cases: AlarmLine[] =
    unreadable.length === 0
      ? []
      : [
          {
            what: { key: 'alarm.unreadable', values: { n: String(unreadable.length) } },
            more: { key: 'alarm.unreadableWhat' },
            at: null,
            href: readsJournal ? '/journal' : null,
          },
        ];
  const raised = await readAlarms(ctx, organisation);
  return [
    ...cases,
    ...raised.map((entry): AlarmLine => {
      const isReadable = entryTypes.read(entry).ok;
      return {
        what: isReadable ? titleOfEntry(entry) : { key: 'entry.unreadable', values: { type: entry.type } },
        more: authorOf(names, entry.actor),
        at: entry.recordedAt,
        href: readsJournal ? `/journal?below=${entry.seq + 1}#e${entry.seq}` : null,
      };
    }),
  ];
}
