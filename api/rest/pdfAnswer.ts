import { z } from 'zod';
import { PDF } from '../../application/ports/documents';

/** What a route that gives a PDF says of its answer. */
export const pdfAnswer = {
  status: 200,
  response: z.string().meta({ description: 'a PDF' }),
  download: { mediaType: PDF, description: 'tagged PDF (PDF/UA-1)' },
  example: { response: '%PDF-1.7' },
} as const;
