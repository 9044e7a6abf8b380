import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Annex1 } from '../../domain/agreement/annex1';
import { Nature } from '../../domain/deadline/breachClock';
import { BreachCause, BreachOrigin } from '../../domain/incident/vocabulary';
import { Instant } from '../../domain/shared/instant';
import { projectRoot } from '../../runtime/root';

const Instants = {
  alertedAt: Instant,
  detectedAt: Instant,
  awareAt: Instant.nullable(),
  attackKnownAt: Instant.nullable(),
};
const Count = z.object({ approx: z.int().nonnegative() }).nullable();

const Incident = z.object({
  key: z.string(),
  ...Instants,
  nature: z.array(Nature),
  cause: BreachCause,
  origin: BreachOrigin,
  description: z.string(),
  data: z.array(z.string()),
  persons: Count,
  records: Count,
  consequences: z.string().nullable(),
  measures: z.array(z.object({ what: z.string(), by: z.string(), at: Instant })),
  recoveredData: z.string().optional(),
  malicious: z.boolean(),
});
export type DemoIncident = z.infer<typeof Incident>;

const read = (name: string): unknown => JSON.parse(readFileSync(join(projectRoot(), 'fixtures', name), 'utf8'));

export const referenceAgreement = (): Annex1 => Annex1.parse(read('agreement-slime.json'));

/** The four incidents, moved as one so that the last alert is `now`; nothing of them lies in the future. */
export function incidentsUntil(now: Date): DemoIncident[] {
  const incidents = z.array(Incident).parse(read('incidents.json'));
  const shiftMs = now.getTime() - Math.max(...incidents.map(({ alertedAt }) => Date.parse(alertedAt)));
  const move = (at: string) => new Date(Math.min(now.getTime(), Date.parse(at) + shiftMs)).toISOString();
  const orNull = (at: string | null) => (at === null ? null : move(at));
  return incidents.map((incident) => ({
    ...incident,
    alertedAt: move(incident.alertedAt),
    detectedAt: move(incident.detectedAt),
    awareAt: orNull(incident.awareAt),
    attackKnownAt: orNull(incident.attackKnownAt),
    measures: incident.measures.map((measure) => ({ ...measure, at: move(measure.at) })),
  }));
}

/** The controller of the short contract, which has an organisation of its own in the installation. */
export const DEMO_CONTROLLER = 'Ville de Démonstration';
export const DEMO_SIREN = '400000006';
export const SHORT_HOURS = 0.025;
export const SHORT_MARGIN_MINUTES = 0.5;

/** A contract whose limit is 90 seconds, with a controller of its own: the real engine, a short contract. */
export function shortAgreement(email: string): Annex1 {
  const reference = referenceAgreement();
  const { controller, terms } = reference;
  const dpo = { ...controller.dpo, name: 'Charlie Épreuve', email };
  return Annex1.parse({
    ...reference,
    $comment: 'Demonstration: the limit is 90 seconds.',
    reference: 'DEMO-90S',
    controller: {
      ...controller,
      name: DEMO_CONTROLLER,
      siren: DEMO_SIREN,
      dpo,
      noticeContacts: [{ order: 1, name: dpo.name, role: 'dpo', email, channels: ['email'] }],
    },
    terms: {
      ...terms,
      breachNotice: { ...terms.breachNotice, hours: SHORT_HOURS },
      protectiveNotice: { enabled: true, marginMinutes: SHORT_MARGIN_MINUTES },
    },
  });
}
