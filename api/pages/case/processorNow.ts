import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { processorDiffers } from '../../../domain/controllerCase/processorSays';
import type { Language } from '../../../domain/letters/head';
import type { CaseView } from '../../../templates/pages/case';
import { fieldLabel } from '../../authority/recordWords';
import type { CommandAct } from '../forms/commandPage';

/** On which fields the processor now says something else, and the way to take it over for who may; null where on none. */
export function processorNow(
  one: ControllerCase,
  allowed: readonly CommandAct<CaseCommand['kind']>[],
  language: Language,
): CaseView['processorNow'] {
  const fields = processorDiffers(one).map(({ field }) => fieldLabel(language, field));
  const act = allowed.find(({ kind }) => kind === 'record.take');
  if (fields.length === 0) return null;
  return { fields, href: act === undefined ? null : `/cases/${one.id}/${act.segment}` };
}
