import { commandCase } from '../../application/controllerCase/commandCase';
import { noteNotice } from '../../application/notice/noteNotice';
import { CaseCommand } from '../../domain/controllerCase/commands';
import type { NotingCommand } from '../../domain/notice/commands';
import type { InsideHouse } from './insideHouse';
import { must } from './realHouse';
import { hour } from './threeControllers';

/** What either side does of measure m1 on the notice of `val` (duty S3-05). */
export function measuresOn(house: InsideHouse) {
  const note = async (command: NotingCommand, key: string = command.kind) => {
    const { id: noticeId } = await house.noticeOf('val');
    return must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key, command } }));
  };
  return {
    note,
    propose: (more: object = {}, key?: string) =>
      note(
        {
          kind: 'proposeMeasure',
          measureId: 'm1',
          declaredId: null,
          what: 'Fermer l’accès des partenaires.',
          urgentHours: 4,
          ...more,
        },
        key,
      ),
    takeUrgently: () =>
      note({ kind: 'takeMeasure', measureId: 'm1', declaredId: null, what: null, reason: 'Les données sortaient.' }),
    /** As its case gives it. */
    async answer(verdict: string, text: string | null = null) {
      const said = { measureId: 'm1', verdict, text, answeredAt: hour(1.2), name: 'Cléo', function: 'DPO' };
      const command = CaseCommand.parse({ kind: 'processor.decide', ...said });
      const input = { caseId: (await house.theCase()).id, key: 'word', command };
      return must(await commandCase({ ctx: house.controller, input }));
    },
    /** As a contact gives it to the processor. */
    async hear(via: 'link' | 'call', verdict: 'agreed' | 'objected' | 'changed', text: string | null) {
      const { id: noticeId } = await house.noticeOf('val');
      const ctx = house.as('sacha', ['DPO']);
      const by = via === 'call' ? ctx : { ...ctx, actor: { kind: 'guest' as const, id: 'c1' } };
      const said = { measureId: 'm1', verdict, text, contactId: 'c1', via, name: 'D. Essai', function: 'DPO' };
      const command = { kind: 'answerMeasure' as const, ...said };
      return must(await noteNotice({ ctx: by, input: { noticeId, key: `heard ${via}`, command } }));
    },
  };
}
