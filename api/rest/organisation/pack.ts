import { z } from 'zod';
import { mayReadNotice } from '../../../application/policies/notice';
import { Language } from '../../../domain/letters/head';
import { defineRead } from '../../http/defineRoute';
import { orgParams } from '../../http/fields';
import { keptPack, paperPack } from '../../pack/paperPack';
import { pdfAnswer } from '../pdfAnswer';

export const packRoutes = [
  defineRead({
    path: '/api/v1/organisations/{orgId}/paper-pack',
    operationId: 'readPaperPack',
    summary: 'What is needed on paper while mail or network are down',
    description:
      'One PDF: every clock with its zone, contacts and numbers, scripts to read, blank forms that ask when it happened and when it was written down. It says when it was made.',
    tag: 'organisation',
    policy: mayReadNotice,
    params: orgParams,
    query: z.strictObject({ language: Language.default('fr').meta({ description: 'language of its words' }) }),
    ...pdfAnswer,
    handler: (ctx, { query: { language } }) => paperPack(ctx, language),
  }),

  defineRead({
    path: '/api/v1/organisations/{orgId}/paper-pack/kept',
    operationId: 'readKeptPaperPack',
    summary: 'The same as it was kept last, where the database is slow',
    description:
      'Renewed at most every five minutes while the journal moves, in the language of the house. It says when it was made. 404 while none is kept.',
    tag: 'organisation',
    policy: mayReadNotice,
    params: orgParams,
    ...pdfAnswer,
    handler: (ctx) => keptPack(ctx),
  }),
];
