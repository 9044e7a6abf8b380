import { z } from 'zod';
import { keepCaseFile, readCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { mayCommandCase, mayReadCases } from '../../../application/policies/controllerCase';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { type KeptFile, MOST_FILE_BYTES, MOST_FILES } from '../../../domain/file/kept';
import { filesPage } from '../../../templates/pages/files';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { MemberFrame } from '../../../templates/pages/frame/frame';
import type { Option } from '../../../templates/pages/parts/form';
import { phrase } from '../../../templates/pages/words/word';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { fileLine, fileNameOf } from '../fileLine';
import { FILE_TOO_LONG, fileChosen, fileQuestion } from '../forms/file';
import type { Question } from '../forms/question';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { authorityName } from './authorityNames';

const params = z.object({ orgId: OrgId, controllerCaseId: Id });
const PATH = '/o/{orgId}/cases/{controllerCaseId}/files';

/** "Where is the paper?" What was kept with a case, and the form that keeps more. */
export const caseFilesPageOf = (house: PageHouse) =>
  definePage({
    path: PATH,
    audience: 'member',
    policy: mayReadCases,
    params,
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const inside = await enterHouse(house, visit, 'cases', `${path}/files`);
      if (!inside.ok) return inside;
      const { ctx, frame, names } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const one = read.value;
      const about = aboutQuestion(one, frame);
      const refused = refusedForm([about, fileQuestion], visit, frame.zone, frame, names);
      const mayKeep = mayCommandCase(ctx, 'authority.file') && about.options?.length !== 0;
      return shownAs(
        filesPage(frame, {
          path,
          reference: one.reference,
          upload: mayKeep ? { action: `${path}/files`, key: visit.formKey, csrf: visit.csrf } : null,
          about: about.options ?? [],
          chosen: refused.raw?.['about'] ?? '',
          bounds: { key: 'files.hint', values: { mb: MOST_FILE_BYTES / 1_000_000, n: MOST_FILES } },
          faults: refused.summary,
          error: refused.errorAt('file'),
          changed: refused.changed,
          files: one.files.map((file) => ({
            ...fileLine(file, path, frame.language),
            about: aboutWords(one, file, frame),
          })),
        }),
      );
    },
    act: {
      policy: (asker) => mayCommandCase(asker, 'authority.file'),
      form: z.object({
        about: z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      }),
      hasFile: true,
      async run({ ctx, params: { orgId, controllerCaseId: caseId } }, { key, form, file: bytes, fileName: name }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const about = { kind: 'filing' as const, seq: form.about };
        const keep = (coming: AsyncIterable<Buffer>) =>
          keepCaseFile({ ctx, input: { caseId, key, about, name, bytes: coming } });
        const kept = await fileChosen(bytes, keep, FILE_TOO_LONG);
        return kept.ok ? goTo(`/o/${orgId}/cases/${caseId}/files`) : kept;
      },
    },
  });

/** The filings and withdrawals of which the receipt may be kept, the newest first. */
const aboutQuestion = (one: ControllerCase, frame: MemberFrame): Question & { options: readonly Option[] } => ({
  name: 'about',
  kind: 'select',
  label: { key: 'files.about' },
  options: filingsOf(one)
    .map(({ seq }) => ({ value: String(seq), label: filingWords(one, seq, frame) }))
    .toReversed(),
});

const filingsOf = ({ authorities }: ControllerCase) =>
  authorities
    .flatMap(({ authorityId, filings, withdrawals }) => [
      ...filings.map(({ seq, type, sentAt, receiptNumber }) => ({ authorityId, seq, type, sentAt, receiptNumber })),
      ...withdrawals.map((withdrawn) => ({ authorityId, type: 'withdrawal' as const, ...withdrawn })),
    ])
    .toSorted((a, b) => a.seq - b.seq);

const aboutWords = (one: ControllerCase, { about }: KeptFile, frame: MemberFrame): string =>
  filingWords(one, about.seq, frame);

function filingWords(one: ControllerCase, seq: number, frame: MemberFrame): string {
  const found = filingsOf(one).find((filing) => filing.seq === seq);
  if (found === undefined) return String(seq);
  const { authorityId, type, sentAt, receiptNumber: number } = found;
  const say = (key: Parameters<typeof phrase>[1]) => phrase(frame.language, key);
  return [
    authorityName(authorityId),
    say({ key: `filing.${type}` }),
    say({ key: 'case.receipt', values: { number } }),
    momentWords(sentAt, frame, 'plain'),
  ].join(', ');
}

/** One of them, as it came. */
export const caseFileOf = () =>
  definePage({
    path: `${PATH}/{hash}`,
    audience: 'member',
    policy: mayReadCases,
    params: params.extend({ hash: Id }),
    async render({ ctx, params: { controllerCaseId: caseId, hash } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      const one = await readControllerCase({ ctx, input: { caseId } });
      if (!one.ok) return one;
      const read = await readCaseFile({ ctx, input: { caseId, hash } });
      if (!read.ok) return read;
      const { bytes, mediaType } = read.value;
      const file = one.value.files.find((kept) => kept.hash === hash);
      if (file === undefined) return { ok: false, error: { code: 'subject.unknown' } };
      return { ok: true, value: { bytes, mediaType, fileName: fileNameOf(file) } };
    },
  });
