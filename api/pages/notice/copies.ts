import { z } from 'zod';
import { readVersionPdf } from '../../../application/notice/readVersionPdf';
import { readVersionText } from '../../../application/notice/readVersionText';
import { mayReadNotice } from '../../../application/policies/notice';
import { everyContact } from '../../../application/notice/recipientsOf';
import type { FullCase } from '../../../application/notice/readCase';
import type { VersionState } from '../../../domain/notice/fold';
import { mailTo } from '../../../domain/notice/mailTo';
import type { VersionLine } from '../../../templates/pages/notice';
import { definePage, type Page } from '../../http/definePage';
import { VersionNumber } from '../../http/fields';
import { noticeParams } from './noticeVisit';
import { PDF, PLAIN_TEXT } from '../../../application/ports/documents';

const params = noticeParams.extend({
  version: VersionNumber,
  contactId: z.string().regex(/^[\w-]{1,64}$/),
});

const base = '/o/{orgId}/incidents/{incidentId}/notices/{noticeId}/versions/{version}/{contactId}';

/** A version as it left for one contact, to keep: as it is printed, and as plain text. */
export const copyPages = (): Page[] => [
  definePage({
    path: `${base}/pdf`,
    audience: 'member',
    policy: mayReadNotice,
    params,
    async render({ ctx, params: { noticeId, version, contactId } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      const read = await readVersionPdf({ ctx, input: { noticeId, version, contactId } });
      return read.ok ? { ok: true, value: { ...read.value, mediaType: PDF } } : read;
    },
  }),
  definePage({
    path: `${base}/text`,
    audience: 'member',
    policy: mayReadNotice,
    params,
    async render({ ctx, params: { noticeId, version, contactId } }) {
      if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
      const read = await readVersionText({ ctx, input: { noticeId, version, contactId } });
      return read.ok ? { ok: true, value: { ...read.value, mediaType: PLAIN_TEXT } } : read;
    },
  }),
];

/** Where each contact's copy of a version is had; `path`: of the notice. */
export function copiesOf({ notice, agreement }: FullCase, version: VersionState, path: string): VersionLine['copies'] {
  return everyContact(agreement).flatMap(({ id, name }) => {
    const at = `${path}/versions/${version.number}/${id}`;
    if (mailTo(notice, version, id) === undefined) return [];
    const hasPdf = version.pdfs.some(({ contactId }) => contactId === id);
    return [{ who: name, text: `${at}/text`, pdf: hasPdf ? `${at}/pdf` : null }];
  });
}
