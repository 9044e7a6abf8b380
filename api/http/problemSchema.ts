import { z } from 'zod';
import { Instant } from '../../domain/shared/instant';
import { type ApiError, problemTable } from './problems';

export const Issue = z
  .strictObject({
    pointer: z.string().meta({ description: 'RFC 6901, from params, query, headers or body' }),
    message: z.string().meta({ description: 'what is wrong there' }),
  })
  .meta({ id: 'Issue', description: 'One fault in what was sent' });

export const Changed = z
  .strictObject({
    type: z.string().meta({ description: 'type of the entry' }),
    revision: z.int().meta({ description: 'revision that it made' }),
    recordedAt: Instant,
    actorId: z.string().meta({ description: 'opaque id of who wrote it' }),
  })
  .meta({ id: 'Changed', description: 'What somebody else wrote meanwhile' });

export const LetterParts = z.array(z.enum(['facts', 'measures', 'chronology', 'contract', 'recipients']));

/** RFC 9457, as `problemOf` makes it. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'urn:vigie:problem: and the code' }),
    title: z.string().meta({ description: 'the same for every problem of this code' }),
    status: z.int().meta({ description: 'the HTTP status, again' }),
    code: z.string().meta({ description: 'stable; the list is closed' }),
    issues: z.array(Issue).optional().meta({ description: 'every fault that was found' }),
    state: z.string().optional().meta({ description: 'the state that refuses' }),
    command: z.string().optional().meta({ description: 'what was asked of it' }),
    allowed: z.array(z.string()).optional().meta({ description: 'what would be taken: commands, or methods' }),
    until: z.string().optional().meta({ description: 'instant from which the two persons are two voices' }),
    current: z.int().optional().meta({ description: 'revision of the newest decision' }),
    changed: z.array(Changed).optional().meta({ description: 'what was written since the revision that was read' }),
    letter: LetterParts.optional().meta({
      description: 'what the letters of a notice would tell otherwise than when it was read',
    }),
    entryType: z.string().optional().meta({ description: 'type of an entry that a newer version wrote' }),
  })
  .meta({
    id: 'Problem',
    description: 'A refusal. It changed nothing, unless it is 503, after which the same key is repeated',
  });

/** What a route takes and reads, as far as refusals hang on it. */
export type Needs = { body: boolean; revision: boolean; checkpoint: boolean; report: boolean };

/** The statuses of problems that a request of this kind can meet, each with the titles of its codes. */
export function problemsOf(needs: Needs): Map<number, string[]> {
  const ofBody: ApiError['code'][] = ['body.tooLarge', 'body.unsupported', 'key.reused', 'state.refused'];
  const ofRevision: ApiError['code'][] = ['revision.stale', 'revision.taken', 'revision.missing'];
  const ofApproval: ApiError['code'][] = ['approval.expired', 'approval.samePerson'];
  const never: ApiError['code'][] = [
    'origin.refused',
    'session.ended',
    'form.filled',
    'attempts.exceeded',
    'files.busy',
    'method.refused',
    'link.expired',
    'link.unknown',
  ];
  const left = new Set<ApiError['code']>([
    ...never,
    ...(needs.body ? [] : [...ofBody, ...ofApproval]),
    ...(needs.revision ? [] : ofRevision),
    ...(needs.report ? [] : (['report.unreadable', 'report.unmatched'] as const)),
    ...(needs.checkpoint ? [] : (['checkpoint.missing', 'journal.damaged'] as const)),
  ]);
  if (needs.body) left.delete('revision.taken');
  const titles = new Map<number, string[]>();
  for (const [code, { status, title }] of Object.entries(problemTable)) {
    if (!left.has(code as ApiError['code'])) titles.set(status, [...new Set([...(titles.get(status) ?? []), title])]);
  }
  return titles;
}
