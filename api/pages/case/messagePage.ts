import { z } from 'zod';
import { publicNoticeUrl } from '../../../application/guest/publicNoticeUrl';
import { readPersonsTexts } from '../../../application/controllerCase/personsTexts';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { mayReadCases } from '../../../application/policies/controllerCase';
import type { Context } from '../../../application/ports/ports';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { messagePage } from '../../../templates/pages/message';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';

/** "What will the persons read?" */
export const messagePageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/cases/{controllerCaseId}/message',
    audience: 'member',
    policy: mayReadCases,
    params: z.object({ orgId: OrgId, controllerCaseId: Id }),
    async render(visit) {
      const { controllerCaseId: caseId } = visit.params;
      const path = `/cases/${caseId}`;
      const inside = await enterHouse(house, visit, 'cases', `${path}/message`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const [one, texts] = await Promise.all([
        readControllerCase({ ctx, input: { caseId } }),
        readPersonsTexts({ ctx, input: { caseId } }),
      ]);
      if (!one.ok) return one;
      if (!texts.ok) return texts;
      return shownAs(
        messagePage(frame, {
          path,
          reference: one.value.reference,
          published: publishedAt(ctx, one.value),
          texts: texts.value.map(({ text, language, documentId: hash, shown }) => ({
            title: { key: `message.${text}` },
            inLanguage: { key: `message.${language}` },
            language,
            hash,
            subject: shown?.subject ?? null,
            text: shown?.text ?? null,
          })),
        }),
      );
    },
  });

/** Where the public notice is read, and which version. */
export const publishedAt = (ctx: Context, { id, persons: { published } }: ControllerCase) =>
  published && { version: published.version, url: publicNoticeUrl(ctx, id) };
