import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { keepCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { MOST_FILES } from '../../../domain/file/kept';
import { createNight } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';

it('files of a case that come at once: the same bytes once, and no more than there may be', async () => {
  const night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  const caseId = await openNightCase(night);
  const read = () => night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  const seq = (await read())?.authorities[0]?.filings[0]?.seq ?? 0;
  const keep = (text: string, key = text) => {
    const sent = { name: 'x.pdf', bytes: Readable.from([Buffer.from(`%PDF-1.7 ${text}`)]) };
    const input = { caseId, key, about: { kind: 'filing' as const, seq }, ...sent };
    return keepCaseFile({ ctx: night.as('sacha'), input });
  };
  const oks = (all: readonly { ok: boolean }[]) => all.filter(({ ok }) => ok).length;
  expect(oks(await Promise.all([keep('same', 'k1'), keep('same', 'k2')]))).toBe(1);
  const more = Array.from({ length: MOST_FILES + 2 }, (_, n) => keep(`${n}`));
  expect(oks(await Promise.all(more))).toBe(MOST_FILES - 1);
  expect((await read())?.files).toHaveLength(MOST_FILES);
});
