import Handlebars from 'handlebars';
import { spellOut } from '../../../domain/shared/spellOut';
import type { Frame } from './frame';
import { approvalParts } from '../parts/approvals';
import { adviceParts } from '../parts/advices';
import { assessmentParts } from '../parts/assessment';
import { blockParts } from '../parts/blocks';
import { callParts } from '../parts/calls';
import { changeParts } from '../parts/changes';
import { competenceParts } from '../parts/competence';
import { fileParts } from '../parts/files';
import { formParts } from '../parts/form';
import { itemParts } from '../parts/items';
import { measureParts } from '../parts/measures';
import { paperParts } from '../parts/paper';
import { shellParts } from '../parts/shell';
import { stageParts } from '../parts/stages';
import { storyParts } from '../parts/story';
import { helpers } from './helpers';

export type Html = Handlebars.SafeString;

/** An instance of our own: what other templates register is not known here. */
const engine = Handlebars.create();
for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);

const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
} as const;

const parts = {
  ...shellParts,
  ...formParts,
  ...itemParts,
  ...blockParts,
  ...storyParts,
  ...paperParts,
  ...callParts,
  ...changeParts,
  ...approvalParts,
  ...adviceParts,
  ...assessmentParts,
  ...stageParts,
  ...competenceParts,
  ...measureParts,
  ...fileParts,
};
for (const [name, source] of Object.entries(parts)) engine.registerPartial(name, engine.compile(source, options));

/** Markup that gives back what somebody typed; in it every quote and bracket of a value is escaped. */
const GIVEN_BACK = /( value="[^"]*"|<textarea\b[^>]*>[^<]*<\/textarea>)/;

/** Shown text is spelled out; what a form gives back is as it was typed, or it would come back changed. */
const spelledOut = (html: string): string =>
  html
    .split(GIVEN_BACK)
    .map((part, index) => (index % 2 === 1 ? part.replaceAll('\r\n', '\n') : spellOut(part)))
    .join('');

/**
 * A typed template. Compiled when the module is loaded, never from what a person sent; every value is escaped,
 * what would steer or turn shown text around is spelled out, and
 * a field that the view lacks throws instead of leaving a blank.
 */
export function template<View extends object>(source: string): (frame: Frame, view: View) => Html {
  const render = engine.compile(source, options);
  return (frame, view) => new Handlebars.SafeString(spelledOut(render(view, { data: { frame } })));
}
