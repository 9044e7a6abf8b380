import { publicNoticeUrl } from '../../../application/guest/publicNoticeUrl';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { lacksFor } from './personsWarnings';
import { madeUpNames } from '../../../application/controllerCase/personsLetters';
import { readCaseToFill } from '../../../application/controllerCase/readCases';
import { sayOnCase } from '../../../application/controllerCase/sayOnCase';
import { sameCandidates } from '../../../application/controllerCase/sameBreach';
import { fittingCases } from '../../../application/controllerCase/togetherWith';
import type { Context } from '../../../application/ports/ports';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { isAddition, isKeyedIn } from '../../../domain/controllerCase/decide';
import { lawChoices } from '../../../domain/controllerCase/lawMove';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { screeningOf } from '../../../domain/regime/asked';
import { refused } from '../../../domain/shared/errors';
import type { Said } from '../../../templates/pages/words/word';
import type { Page } from '../../http/definePage';
import { commandPage, type Commanding } from '../forms/commandPage';
import type { PageHouse } from '../house';
import { acts, allowedActs, openKinds } from './actions';
import { authorityForms } from './authorityForms';
import { type Around, type CaseForm, caseForms } from './caseForms';
import { measureForms } from './measureForms';
import { orderForms } from './orderForms';
import { personsForms } from './personsForms';
import { processorForms } from './processorForms';
import { recordForms } from './recordForm';
import { regimeFormsOf } from '../regimes/forms';
import { isNoRegime, regimeIn } from '../regimes/regimeIn';
import { riskForms } from './riskForms';
import { sameForms } from './sameBreach';
import { scoreForms } from './scoreForm';
import { sendingOf } from './sending';
import { excuseForms } from './excuseForm';
import { takeForms } from './takeForm';

type Kind = CaseCommand['kind'];

const forms: Record<Kind, CaseForm> = {
  ...caseForms,
  ...sameForms,
  ...recordForms,
  ...takeForms,
  ...excuseForms,
  ...scoreForms,
  ...riskForms,
  ...authorityForms,
  ...processorForms,
  ...measureForms,
  ...personsForms,
  ...orderForms,
  ...regimeFormsOf<ControllerCase, Around>(({ one, regime, zone }) => {
    const asked = askedOf(one);
    return { asked, unanswered: screeningOf(asked).unanswered, regime, zone, near: one.clock.t0 };
  }),
};

const ofCase: Commanding<ControllerCase, Around, Kind, CaseCommand> = {
  subject: 'controllerCase',
  room: 'cases',
  nav: { name: 'cases', label: 'nav.cases' },
  policy: mayCommandCase,
  isAddition,
  isKeyedIn,
  // where a law is only to come, its page says so
  allowedIn: (one, { sending, now }) =>
    openKinds(one, sending).filter((kind) => kind !== 'law.move' || lawChoices(one, now).open.length > 0),
  referenceOf: ({ reference }) => reference,
  read: async (ctx, caseId, params) =>
    isNoRegime(params) ? refused({ code: 'subject.unknown' }) : readCaseToFill({ ctx, input: { caseId } }),
  async around({ ctx, frame, names }, one, { kind: asked, params }) {
    const sending = await sendingOf(ctx, one);
    return {
      one,
      zone: one.opened.zone,
      language: frame?.language ?? 'fr',
      names,
      canScore: allowedActs(one, ctx, sending).some(({ kind }) => kind === 'risk.score'),
      isManagement: ctx.roles.includes('DIR'),
      now: ctx.ports.now(),
      sending,
      regime: regimeIn(params),
      listId: params['listId'] ?? null,
      fitting: await casesFor(ctx, one, asked),
      publicUrl: publicNoticeUrl(ctx, one.id),
      lacks: await lacksFor(ctx, one, asked),
      madeUp: (await madeUpNames(ctx, one)).map((which): Said => ({ key: `madeUp.${which}` })),
    };
  },
  schema: CaseCommand,
  run: (ctx, { id: caseId, command, together, ...input }) =>
    command.kind === 'processor.ask' || command.kind === 'processor.answer'
      ? sayOnCase({ ctx, input: { caseId, command, together, ...input } })
      : commandCase({ ctx, input: { caseId, command, ...input } }),
};

/** Cases beside which something is filed, or of whose breach this one is; no other form asks. */
async function casesFor(ctx: Context, one: ControllerCase, asked: Kind): Promise<ControllerCase[]> {
  if (asked === 'authority.file') return fittingCases(ctx, one);
  return asked === 'case.same' ? sameCandidates(ctx, one) : [];
}

export const caseCommandPages = (house: PageHouse): Page[] =>
  acts.map((act) => commandPage(house, ofCase, act, forms[act.kind]));
