import { extractPaper } from '../../api/journal/extractPaper';
import { edpbPaper, sheetPaper } from '../../api/authority/paper';
import { paperPack } from '../../api/pack/paperPack';
import { processingFile } from '../../api/registers/processingFile';
import { registerTable } from '../../api/registers/registerTable';
import { tableFile } from '../../api/registers/tableFile';
import type { Context } from '../../application/ports/ports';
import type { Texts } from '../../application/ports/texts';
import { takeRegister } from '../../application/register/readRegister';
import { mainAuthority } from '../../domain/controllerCase/mainAuthority';
import { edpbOfCase } from '../../domain/controllerCase/edpb';
import { wholeRegister } from '../../domain/register/filter';
import { openNightCase } from '../fakes/nightCase';
import { tellNight } from '../fakes/nightStory';
import { must } from '../fakes/realHouse';

type Made = { bytes: Buffer } | { lines: unknown };
const bytesOf = (made: Made): Buffer => {
  if (!('bytes' in made)) throw new Error('not in one piece');
  return made.bytes;
};

/** What a told night gives on paper, as an organisation downloads it: its pack, its registers, the forms of a case. */
export async function realPapers(texts: Texts): Promise<[string, Buffer][]> {
  const { night, stolen } = await tellNight();
  await night.signNow();
  const caseId = await openNightCase(night);
  const known = night.as('sacha');
  const ctx: Context = { ...known, ports: { ...known.ports, texts } };
  const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
  if (one === null) throw new Error('no case');
  const { opened } = (await ctx.ports.projections.read(ctx.orgId, 'notice', stolen.val)) ?? {};
  const asked = { partyId: opened?.partyId ?? '', noticeIds: [stolen.val] };
  const form = must(edpbOfCase(one, { type: 'initial' }, ctx.ports.now()));
  const authority = mainAuthority(one, ctx.ports.now());
  const made: [string, Buffer][] = [];
  for (const language of ['fr', 'en'] as const) {
    const writing = { language, zone: 'Europe/Paris', now: ctx.ports.now().toISOString() };
    const breaches = registerTable(must(await takeRegister({ ctx, input: { filter: wholeRegister } })), {}, writing);
    made.push(
      [`extract.${language}.pdf`, must(await extractPaper(ctx, asked, language)).bytes],
      [`pack.${language}.pdf`, must(await paperPack(ctx, language)).bytes],
      [`processing.${language}.pdf`, bytesOf(must(await processingFile(ctx, language, 'pdf')))],
      [`breaches.${language}.pdf`, bytesOf(must(await tableFile(ctx, breaches, 'pdf')))],
      [`sheet.${language}.pdf`, (await sheetPaper(ctx, [one], { type: 'complete', authority }, language)).bytes],
      [`edpb.${language}.pdf`, (await edpbPaper(ctx, one, { type: 'initial', authority, form }, language)).bytes],
    );
  }
  return made;
}
