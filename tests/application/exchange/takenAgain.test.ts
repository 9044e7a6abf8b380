import { expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { takeFromController } from '../../../application/exchange/takeFromController';
import { takeFromProcessor } from '../../../application/exchange/takeFromProcessor';
import { noteNotice } from '../../../application/notice/noteNotice';
import { loadCase } from '../../../application/notice/readCase';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { sendVersion } from '../../../application/notice/sendVersion';
import type { Context } from '../../../application/ports/ports';
import { contactsOf } from '../../../domain/agreement/contacts';
import { CaseCommand } from '../../../domain/controllerCase/commands';
import { createInsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { hour } from '../../fakes/threeControllers';

it('a question written before the process died is taken when it comes again, though another contact is first by now', async () => {
  const house = await createInsideHouse();
  const noticeId = await house.notified();
  const { agreement } = must(await loadCase(house.engine, noticeId));
  const earlier = contactsOf(agreement)[1]?.id ?? '';
  const said = { kind: 'question' as const, noticeId, questionId: 'q1', text: 'Combien ?', urgentHours: null };
  const { kind: _kind, noticeId: _noticeId, ...asked } = said;
  const written = await noteNotice({
    ctx: { ...house.engine, actor: { kind: 'guest', id: earlier } },
    input: {
      noticeId,
      key: `exchange/elsewhere/${noticeId}/question/q1`,
      command: { kind: 'ask', ...asked, contactId: earlier, via: 'exchange' },
    },
  });
  expect(written.ok).toBe(true);
  const recordedAt = house.clock.now.toISOString();
  house.clock.now = new Date(hour(1));
  expect(await takeFromController(house.engine, 'elsewhere', said)).toEqual({ ok: true, value: recordedAt });
  expect((await house.noticeOf('val')).questions).toMatchObject([{ id: 'q1', contactId: earlier }]);
  const other = await takeFromController(house.engine, 'elsewhere', { ...said, text: 'Quand ?' });
  expect(other).toMatchObject({ error: { code: 'key.reused' } }); // no receipt for what was never taken
});

it('a number typed by hand makes no sealed version an older one', async () => {
  const house = await createInsideHouse();
  must(await house.admit());
  const noticeId = await house.notified();
  const origin = house.ports.proofs.notary.origin('o1');
  const there: Context = { ...house.controller, actor: { kind: 'system', id: 'exchange' }, roles: [] };
  const take = async (version: number) => {
    const asked = { noticeId, version, contactId: 'c1' };
    const { text: envelope } = must(await readEnvelope({ ctx: house.as('ines', ['O']), input: asked }));
    const said = {
      kind: 'version' as const,
      envelope,
      text: 'Vol.',
      certain: true,
      nature: [],
      knownAt: null,
      upward: null,
    };
    return takeFromProcessor(there, origin, said);
  };
  expect(await take(1)).toMatchObject({ ok: true });
  const typed = {
    kind: 'told.add',
    tellingKind: 'supplement',
    receivedAt: hour(0),
    version: 20,
    from: 'S',
    text: 'Lu.',
  };
  const input = { caseId: (await house.theCase()).id, key: 'typed', command: CaseCommand.parse(typed) };
  must(await commandCase({ ctx: house.controller, input }));
  const items = { c: { answer: 'cannotBeDetermined' as const, reason: 'journaux perdus' } };
  const supplement = { noticeId, key: 'sup', command: { kind: 'supplement' as const, items } };
  must(await sendVersion({ ctx: house.as('ines', ['O']), input: supplement }));
  await house.settle(noticeId, hour(0));
  expect(await take(2)).toMatchObject({ ok: true });
  expect((await house.theCase()).told.map(({ version }) => version)).toEqual([1, 20, 2]);
});
