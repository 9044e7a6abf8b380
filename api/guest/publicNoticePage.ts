import { z } from 'zod';
import { readPublicNotice } from '../../application/guest/readPublicNotice';
import { Language } from '../../domain/letters/head';
import { readPaper } from '../../templates/readPaper';
import { publicNoticePage } from '../../templates/pages/publicNotice';
import { definePage } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { guestFrame } from '../pages/frame';
import type { PageHouse } from '../pages/house';

/** Long enough for a crowd, short enough that what was taken back is gone soon. */
const CACHE_SECONDS = 60;

/** "What happened, and does it concern me?" For everybody; who reads it leaves no trace here. */
export const publicNoticePageOf = (house: PageHouse) =>
  definePage({
    path: '/p/{orgId}/{controllerCaseId}',
    audience: 'anyone',
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    query: z.object({ lang: Language.optional() }),
    async render(visit) {
      const { orgId, controllerCaseId: caseId } = visit.params;
      const read = await readPublicNotice(visit.ports, { orgId, caseId, language: visit.query.lang ?? null });
      if (!read.ok) return read;
      const { bytes, language, languages, version, at, zone } = read.value;
      const frame = guestFrame(house, { language, now: visit.now }, zone);
      const html = publicNoticePage(frame, {
        paper: readPaper(bytes),
        version,
        at,
        others: languages.filter((one) => one !== language).map((one) => ({ language: one, href: `?lang=${one}` })),
      });
      return { ok: true, value: { html, cacheSeconds: CACHE_SECONDS } };
    },
  });
