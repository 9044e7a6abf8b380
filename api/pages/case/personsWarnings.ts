import { type Lack, lacksFrozen, lacksNow } from '../../../application/controllerCase/textLacks';
import type { Context } from '../../../application/ports/ports';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import type { Said } from '../../../templates/pages/words/word';
import type { Around } from './caseForms';

/** What the texts to the persons lack, for the forms that write, publish or send them; no other form asks. */
export async function lacksFor(ctx: Context, one: ControllerCase, kind: CaseCommand['kind']): Promise<Lack[]> {
  switch (kind) {
    case 'persons.draft':
      return lacksNow(ctx, one);
    case 'persons.publish':
      return lacksFrozen(ctx, one, 'publicNotice');
    case 'persons.send':
      return lacksFrozen(ctx, one, 'message');
    default:
      return [];
  }
}

type Warned = Pick<Around, 'madeUp' | 'one' | 'lacks'>;

/** Before the texts are written: names that are made up, harms that nobody named, no telephone, no date. */
export const draftWarnings = ({ madeUp, one, lacks }: Warned): Said[] => [
  ...madeUp.slice(0, 1),
  ...((one.record.harms ?? []).length > 0 ? [] : [{ key: 'caseAsk.noHarm' as const }]),
  ...lacks.filter((lack) => lack !== 'facts').map((lack): Said => ({ key: `caseAsk.lacks.${lack}` })),
];

/** Before a text that is frozen is published or sent. */
export const frozenWarnings = ({ lacks }: Pick<Around, 'lacks'>, ...others: Said[]): Said[] => [
  ...lacks.map((lack): Said => ({ key: `caseAsk.frozenLacks.${lack}` })),
  ...others,
];
