import { type ExtractFor, gatherExtract, type Shown } from '../../application/journal/gatherExtract';
import { rememberGiven } from '../../application/journal/sealFile';
import { plainHead } from '../../application/organisation/plainHead';
import { readOrganisation } from '../../application/organisation/readOrganisation';
import { PDF } from '../../application/ports/documents';
import type { Context } from '../../application/ports/ports';
import { flatWords } from '../../domain/journal/flatWords';
import type { Language } from '../../domain/letters/head';
import { sha256 } from '../../domain/shared/sha256';
import { momentWords } from '../../templates/pages/frame/moment';
import { phrase, type Said } from '../../templates/pages/words/word';
import type { ApiError } from '../http/problems';
import { authorOf } from '../pages/frame';
import { titleOfEntry } from '../pages/story';
import { datedName } from '../http/datedName';

/** Entries that a PDF holds: it is made in one piece. */
const MOST_IN_PDF = 500;

type Made = { bytes: Buffer; mediaType: string; fileName: string };

/**
 * An extract of the journal as one controller reads it (duty S2-01): the same entries and fields as the file that can be
 * verified, on paper. What that file shows as a commitment alone, counsel's notes among it, is not here at all.
 */
export async function extractPaper(
  ctx: Context,
  input: ExtractFor,
  language: Language,
): Promise<{ ok: true; value: Made } | { ok: false; error: ApiError }> {
  const gathered = await gatherExtract({ ctx, input });
  if (!gathered.ok) return gathered;
  const organisation = await readOrganisation({ ctx });
  if (!organisation.ok) return organisation;
  const { checkpoint, shown, given } = gathered.value;
  if (shown.length > MOST_IN_PDF) {
    const issues = [{ pointer: '/format', message: `a PDF holds at most ${MOST_IN_PDF} entries: take the other file` }];
    return { ok: false, error: { code: 'input.invalid', issues } };
  }
  const { name: sender, timeZone: zone } = organisation.value;
  const now = ctx.ports.now();
  const writing = { language, zone, now: now.toISOString() };
  const say = (said: Said): string => phrase(language, said);
  const title = say({ key: 'extract.title' });
  const at = momentWords(writing.now, writing, 'long');
  const { pdf } = await ctx.ports.texts.render('register', language, {
    head: plainHead({ reference: title, zone, sender, now }),
    title,
    scope: say({ key: 'extract.scope', values: { at, n: shown.length, size: checkpoint.size } }),
    notes: [say({ key: 'extract.left' }), say({ key: 'extract.root', values: { hash: checkpoint.hash } })],
    parts: shown.map((one) => partOf(one, writing)),
  });
  if (pdf === null) return { ok: false, error: { code: 'unexpected' } };
  await rememberGiven(ctx, given, sha256(pdf));
  return { ok: true, value: { bytes: pdf, mediaType: PDF, fileName: `${datedName('extract', writing)}.pdf` } };
}

type Writing = { language: Language; zone: string; now: string };

function partOf({ entry, names }: Shown, writing: Writing) {
  const say = (said: Said): string => phrase(writing.language, said);
  const moment = (at: string): string => momentWords(at, writing, 'long');
  // of our people the file names nobody: an opaque id stands for each
  const by = entry.actor.kind === 'person' ? entry.actor.id : say(authorOf(new Map(), entry.actor));
  const shown = names.flatMap((name) => {
    const field = entry.fields[name];
    return field === undefined || field.salt === null ? [] : flatWords(name, field.value);
  });
  return {
    title: `${entry.seq} · ${say(titleOfEntry(entry))}`,
    rows: [
      { term: say({ key: 'journal.at' }), value: moment(entry.at) },
      { term: say({ key: 'journal.recordedAt' }), value: moment(entry.recordedAt) },
      { term: say({ key: 'journal.by' }), value: by },
      { term: say({ key: 'journal.hash' }), value: entry.leaf },
      ...shown,
    ],
  };
}
