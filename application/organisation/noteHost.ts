import type { HostEvent } from '../../domain/journal/events';
import { done, refused, type Result } from '../../domain/shared/errors';
import { appendEvent } from '../entries/appendEvent';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';

/** Writes down what befell the host, so that whoever asks later why something was late finds it. */
export async function noteHost({ ctx, input }: Call<{ key: string; event: HostEvent }>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const appended = await appendEvent(ctx, {
    subject: { kind: 'organisation', id: ctx.orgId },
    key: input.key,
    event: input.event,
    standing: { kind: 'addition', revision: 1 },
  });
  return appended.ok ? done(null) : appended;
}
