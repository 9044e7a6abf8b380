import type { Entry } from '../../domain/journal/entry';
import { decide, type OrganisationCommand } from '../../domain/organisation/decide';
import type { Organisation } from '../../domain/organisation/fold';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import type { Context } from '../ports/ports';

type Change = {
  key: string;
  command: OrganisationCommand;
  /** What was asked, without ids made here: by default the command. */
  request?: Json;
  /** The newest decision that the asker had read. Given, the change is a decision; else it stands whatever came between. */
  decided?: number;
  /** What else stands against it, which entries do not tell. A repeat is not asked again. */
  issuesIn?: (organisation: Organisation) => Issue[];
};

export const organisationSubject = (orgId: string) => ({ kind: 'organisation' as const, id: orgId });

/** One command as one entry; who may was asked before. A repeat under its key finds the entry that it made. */
export async function changeOrganisation(ctx: Context, change: Change): Promise<Result<Entry>> {
  const { key, command, request = plain(command), decided, issuesIn = () => [] } = change;
  const changed = await changeSubject(ctx, {
    ...organisationSubject(ctx.orgId),
    key,
    request,
    decided,
    standing: decided === undefined ? 'addition' : 'decision',
    decide: (organisation) => {
      const issues = issuesIn(organisation);
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      const event = decide(organisation, command, ctx.ports.now());
      return event.ok ? done({ type: event.value.type, values: plain(event.value.values) }) : event;
    },
  });
  return changed.ok ? done(changed.value.entry) : changed;
}
