import type { Incident } from '../../domain/incident/incident';
import { withTold } from '../../domain/notice/copyTold';
import { decideNote } from '../../domain/notice/decideNote';
import { done, type Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';
import { changeNotice } from './changeNotice';
import { loadCase } from './readCase';
import { earlierVersions } from '../../domain/incident/subNotice';
import { leadOf, toldOfSub } from './toldWords';

/**
 * What sub-processors told goes into the draft of the notice that it touches, each notice of theirs once: relay, watchdog
 * and the request that recorded it do it under the same key (domain rules 7.5). A notice that has ended takes none.
 */
export async function copyTold(ctx: Context, { subNotices }: Incident, noticeId: string): Promise<Result<null>> {
  if (subNotices.length === 0) return done(null);
  const read = await loadCase(ctx, noticeId);
  if (!read.ok) return read;
  for (const said of read.value.subNotices) {
    const copied = await changeNotice(ctx, {
      noticeId,
      key: `notice/${noticeId}/told/${said.seq}`,
      command: { kind: 'copyTold', seq: said.seq },
      standing: 'addition',
      decide({ notice, agreement }) {
        const { language, timeZone } = agreement;
        const before = earlierVersions(read.value.subNotices, said).map((one) => toldOfSub(one, language));
        const items = withTold(notice, toldOfSub(said, language), leadOf(said, language, timeZone), before);
        return decideNote({ notice }, { kind: 'draft', items }, ctx.ports.now());
      },
    });
    if (!copied.ok && copied.error.code !== 'state.refused') return copied;
  }
  return done(null);
}
