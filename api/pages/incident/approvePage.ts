import { z } from 'zod';
import { approveRequest } from '../../../application/incident/approveRequest';
import { readIncidentOverview } from '../../../application/overview/readIncidentOverview';
import { mayApprove } from '../../../application/policies/incident';
import { formPage } from '../../../templates/pages/formPage';
import { definePage } from '../../http/definePage';
import { refusedForm } from '../forms/refusal';
import { enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { referenceOf } from '../rowWords';
import { incidentParams } from './page';
import { proposalWords } from './proposalWords';

/** The second person's yes: asked for on the incident's page, or here after a refusal. */
export const approvePageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents/{incidentId}/approve',
    audience: 'member',
    policy: mayApprove,
    params: incidentParams,
    async render(visit) {
      const { incidentId } = visit.params;
      const path = `/incidents/${incidentId}`;
      const entered = await enterHouse(house, visit, 'incidents', path);
      if (!entered.ok) return entered;
      const { ctx, frame, names } = entered.value;
      const overview = await readIncidentOverview({ ctx, input: { incidentId } });
      if (!overview.ok) return overview;
      const { incident } = overview.value;
      const refused = refusedForm([], visit, frame.zone, frame, names);
      return shownAs(
        formPage(frame, {
          action: `${path}/approve`,
          back: path,
          key: visit.formKey,
          csrf: visit.csrf,
          revision: null,
          faults: refused.summary,
          changed: refused.changed,
          crumbs: [{ href: path, label: referenceOf(incident) }],
          title: { key: 'ask.approve' },
          intro: [{ key: 'ask.approveIntro' }],
          warning: null,
          fields: [
            {
              kind: 'select',
              name: 'requestId',
              label: { key: 'approval.title' },
              hint: null,
              optional: false,
              value: refused.raw?.['requestId'] ?? '',
              values: [],
              options: incident.approvals
                .filter(({ effective }) => !effective)
                .map(({ requestId, reason, proposal }) => ({
                  value: requestId,
                  label: reason ?? { key: proposalWords[proposal.command] },
                })),
              error: null,
              repeated: null,
            },
          ],
          submit: { key: 'approval.give' },
          grave: false,
        }),
      );
    },
    act: {
      form: z.object({ requestId: z.string().max(100) }),
      async run({ ctx, params }, { key, form: { requestId } }) {
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const given = await approveRequest({ ctx, input: { incidentId: params.incidentId, key, requestId } });
        return given.ok ? goTo(`/o/${params.orgId}/incidents/${params.incidentId}`) : given;
      },
    },
  });
