import type { AnyAnnex1 } from '../../../domain/agreement/annex1';
import type { Frame } from '../../../templates/pages/frame/frame';
import type { ContractPart } from '../../../templates/pages/contractForm';
import type { Fault } from '../../../templates/pages/parts/form';
import type { Said } from '../../../templates/pages/words/word';
import { documentField, documentIn as documentOfFile } from '../forms/documentField';
import { faultLink, type Raw } from '../forms/question';
import { whyRefused } from '../forms/refusal';
import type { AnyVisit } from '../frame';
import type { Part } from './cell';
import { answersOf, documentIn, type Start } from './document';
import { drawParts } from './drawn';
import { faultsOf, fieldNames } from './places';
import { asksForRows, closedUp, rowsShown } from './rows';

/** What is asked. `base`: what nobody types; `start`: what stands there at first; `present`: what an amendment changes. */
export type Asked = { parts: readonly Part[]; base: Start; start: Start | null; present: AnyAnnex1 | null };

/** One way to say a contract: both say the same document, which the same schema judges. */
export type Way = {
  /** Of its page's path. */
  suffix: '' | '/file';
  /** The words that lead to it. */
  label: Said;
  read(raw: Raw, asked: Asked): unknown;
  /** Under which pointer its faults are. */
  under: readonly string[];
  /** Sent for more rows: shown again, and not judged yet. */
  isUnfinished(raw: Raw, asked: Asked): boolean;
  draw(visit: AnyVisit, asked: Asked, frame: Frame): { parts: ContractPart[]; faults: Fault[] };
};

export const byForm: Way = {
  suffix: '',
  label: { key: 'contract.byForm' },
  read: (raw, { parts, base, present }) => documentIn(raw, parts, base, present),
  under: [],
  isUnfinished: (raw, { parts }) => asksForRows(raw, parts),
  draw({ refusal }, { parts, start }, { language }) {
    const raw = closedUp(refusal?.form ?? answersOf(start ?? {}, parts), parts);
    const why = whyRefused(refusal);
    const issues = why?.code === 'input.invalid' ? why.issues : [];
    const faults = faultsOf(
      issues,
      fieldNames(parts, (rows) => rowsShown(raw, rows), language),
      language,
    );
    return {
      parts: drawParts(raw, parts, faults),
      faults: faults.map(({ name, about, text }) =>
        name === null ? { href: '#contenu', text, about: null } : faultLink(name, text, about),
      ),
    };
  },
};

export const fromFile: Way = {
  suffix: '/file',
  label: { key: 'contract.fromFile' },
  read: documentOfFile,
  under: ['document'],
  isUnfinished: () => false,
  draw(visit, { start }, frame) {
    const { field, faults } = documentField(visit, start === null ? '' : JSON.stringify(start, null, 2), frame);
    return { parts: [{ id: 'file', title: '', lead: null, fields: [field], rows: null }], faults };
  },
};
