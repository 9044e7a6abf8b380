import { z } from 'zod';
import { testRelay, type RelayTested } from '../../application/organisation/testRelay';
import { maySetRelay } from '../../application/policies/organisation';
import type { Organisation } from '../../domain/organisation/fold';
import { formPage } from '../../templates/pages/formPage';
import type { Said } from '../../templates/pages/words/word';
import { definePage } from '../http/definePage';
import { OrgId } from '../http/fields';
import { refusedForm } from './forms/refusal';
import { type AnyVisit, enterHouse, shownAs } from './frame';
import type { PageHouse } from './house';

const PATH = '/relay';

/** Sends a mail of no consequence to whoever asks, and says what the relay answered. */
export const relayPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/relay',
    audience: 'member',
    policy: maySetRelay,
    params: z.object({ orgId: OrgId }),
    render: (visit) => show(house, visit, null),
    act: {
      form: z.record(z.string(), z.string()),
      async run(visit, { key }) {
        const { ctx } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const tested = await testRelay({ ctx, input: { key } });
        return tested.ok ? show(house, visit, tested.value) : tested;
      },
    },
  });

function introOf(
  relay: string | null,
  { demonstration }: Pick<Organisation, 'demonstration'>,
  tested: RelayTested | null,
): Said[] {
  if (demonstration) return [{ key: 'relay.demonstration' }];
  if (relay === null) return [{ key: 'relay.none' }];
  return tested === null ? [{ key: 'relay.intro', values: { relay } }, { key: 'relay.stays' }] : resultOf(tested);
}

function resultOf({ relay, test }: RelayTested): Said[] {
  const code = test.replyCode === null ? '–' : String(test.replyCode);
  if (!test.accepted)
    return [{ key: 'relay.failed', values: { relay, step: test.step, code } }, { key: 'relay.again' }];
  return [
    { key: 'relay.taken', values: { relay, code } },
    { key: test.encrypted ? 'relay.encrypted' : 'relay.clear' },
    { key: test.deliveryStatus ? 'relay.reports' : 'relay.noReports' },
  ];
}

async function show(house: PageHouse, visit: AnyVisit, tested: RelayTested | null) {
  const entered = await enterHouse(house, visit, 'mailbox', PATH);
  if (!entered.ok) return entered;
  const { ctx, frame, names, organisation } = entered.value;
  const { relay } = ctx.ports;
  const refused = refusedForm([], visit, frame.zone, frame, names);
  return shownAs(
    formPage(frame, {
      action: PATH,
      back: '/mailbox',
      key: visit.formKey,
      csrf: visit.csrf,
      revision: null,
      faults: refused.summary,
      changed: refused.changed,
      crumbs: [{ href: '/mailbox', label: { key: 'nav.mailbox' } }],
      title: { key: 'relay.title' },
      intro: introOf(relay?.name ?? null, organisation, tested),
      fields: [],
      submit: relay === null || organisation.demonstration ? null : { key: 'relay.test' },
    }),
  );
}
