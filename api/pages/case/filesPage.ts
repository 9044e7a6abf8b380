import { z } from 'zod';
import { keepCaseFile, readCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { mayKeepCaseFile, mayReadCases } from '../../../application/policies/controllerCase';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { fileHandingOf } from '../../../domain/controllerCase/fileHanding';
import type { FileAbout } from '../../../domain/file/kept';
import { filingsOf, filingWords } from './filingWords';
import type { Frame } from '../../../templates/pages/frame/frame';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, goTo } from '../frame';
import type { PageHouse } from '../house';
import { aboutForm, aboutQuery, fileShown, filesShown, type Keepable, keepChosen, saidKeepable } from '../keptFiles';

const params = z.object({ orgId: OrgId, controllerCaseId: Id });
const PATH = '/o/{orgId}/cases/{controllerCaseId}/files';

/** "Where is the paper?" What was kept with a case, and the form that keeps more. */
export const caseFilesPageOf = (house: PageHouse) =>
  definePage({
    path: PATH,
    audience: 'member',
    policy: mayReadCases,
    params,
    query: aboutQuery,
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const inside = await enterHouse(house, visit, 'cases', `${path}/files`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const read = await readControllerCase({ ctx, input: { caseId } });
      if (!read.ok) return read;
      const { reference, files } = read.value;
      const keepable = keepableIn(read.value, frame);
      return filesShown(inside.value, visit, {
        path,
        crumbs: [
          { href: '/cases', label: { key: 'nav.cases' } },
          { href: path, label: reference },
        ],
        keepable,
        mine: keepable.filter(({ about }) => mayKeepCaseFile(ctx, about.kind)),
        files,
        handingOf: (file) => fileHandingOf(read.value, file),
      });
    },
    act: {
      policy: (asker) => mayKeepCaseFile(asker, 'question'), // of those who may file none may not ask
      form: aboutForm,
      brings: 'file',
      async run({ ctx, params: { orgId, controllerCaseId: caseId } }, { key, ...sent }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const read = await readControllerCase({ ctx, input: { caseId } });
        if (!read.ok) return read;
        const keepable = [...saidIn(read.value), ...filingsOf(read.value).map(({ seq }) => ({ about: filedAs(seq) }))];
        const kept = await keepChosen<FileAbout>(keepable, sent, (about, file) =>
          keepCaseFile({ ctx, input: { caseId, key, about, ...file } }),
        );
        return kept.ok ? goTo(`/o/${orgId}/cases/${caseId}/files`) : kept;
      },
    },
  });

/** The filings and withdrawals of which the receipt may be kept, and what was asked of the processor and answered; the newest first. */
const keepableIn = (one: ControllerCase, frame: Frame): Keepable[] => [
  ...saidIn(one),
  ...filingsOf(one)
    .map((filing) => ({ about: filedAs(filing.seq), words: filingWords(filing, frame) }))
    .toReversed(),
];

const saidIn = ({ processor }: ControllerCase) =>
  saidKeepable(processor.questions, ['answer', 'question']).toReversed();

const filedAs = (seq: number): FileAbout => ({ kind: 'filing', seq });

/** One of them, as it came. */
export const caseFileOf = () =>
  definePage({
    path: `${PATH}/{hash}`,
    audience: 'member',
    policy: mayReadCases,
    params: params.extend({ hash: Id }),
    async render({ ctx, params: { controllerCaseId: caseId, hash } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      return fileShown(await readCaseFile({ ctx, input: { caseId, hash } }));
    },
  });
