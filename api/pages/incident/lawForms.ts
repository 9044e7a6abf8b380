import type { IncidentCommand } from '../../../domain/incident/commands';
import type { Incident } from '../../../domain/incident/incident';
import { lawChoices } from '../../../domain/incident/lawMove';
import { askedOf, unanswered } from '../../../domain/incident/regimes';
import type { LawProfile } from '../../../domain/law/profiles';
import type { RegimeId } from '../../../domain/regime/vocabulary';
import type { Said } from '../../../templates/pages/words/word';
import { reason } from '../forms/kit';
import { regimeFormsOf } from '../regimes/forms';
import type { Around, CommandForm } from './formKit';

const choices = ({ incident, regime, now }: Around) =>
  regime === null ? { open: [], toCome: [] } : lawChoices(incident, regime, now);

const named = ({ regime }: Around): Said[] => (regime === null ? [] : [{ key: `regime.${regime}` }]);

/** Shown apart, with their day: nobody can choose them yet. */
const lawsToCome = (around: Around): Said[] => choices(around).toCome.map(lawWords('regimes.lawToCome'));

const lawWords =
  (key: 'regimes.lawOption' | 'regimes.lawToCome') =>
  ({ id, validFrom }: LawProfile) => ({ key, values: { id, from: validFrom ?? '' } });

type Kind = Extract<IncidentCommand['kind'], `regime.${string}` | 'law.move'>;

/** Other laws, asked of an incident: whether they apply, what was done, under which profile their limits run. */
export const lawForms: Record<Kind, CommandForm> = {
  ...regimeFormsOf<Incident, Around>(({ incident, elsewhere, regime, zone }) => ({
    asked: askedOf(incident),
    unanswered: unanswered(incident, elsewhere),
    regime,
    zone,
    near: incident.report.alertedAt,
  })),
  'law.move': {
    intro: [{ key: 'caseAsk.lawIntro' }],
    about: (around) => [...named(around), ...lawsToCome(around)],
    whyNot: (around) => (lawsToCome(around).length === 0 ? [] : [{ key: 'caseAsk.lawNone' }, ...lawsToCome(around)]),
    questions: (around) => [
      {
        name: 'profileId',
        kind: 'select',
        label: { key: 'caseAsk.lawTo' },
        options: choices(around).open.map((law) => ({ value: law.id, label: lawWords('regimes.lawOption')(law) })),
      },
      reason,
    ],
    command: (sheet, { regime }) => ({
      kind: 'law.move',
      regime: regime as RegimeId,
      profileId: sheet.text('profileId'),
      reason: sheet.text('reason'),
    }),
  },
};
