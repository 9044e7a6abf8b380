import type { WorkflowExecutionDescription, WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { workflowIdOf } from '../../workflows/contract/duty';
import { opening } from './caseStory';
import type { DutyCase } from './dutyCase';
import { people } from './personsHouse';
import { must } from './realHouse';
import { recordHistory } from './recordHistory';

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

/** The run that a run went on from, if any. */
async function continuedBy(handle: WorkflowHandle): Promise<string | undefined> {
  const [begun] = (await handle.fetchHistory()).events ?? [];
  return begun?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
}

/** A controller's case lived by its workflow in skipped time, with the events of each of its runs. */
export async function createCaseRun(env: TestWorkflowEnvironment, run: DutyCase, certain = true) {
  const dpo = () => run.as('sacha', ['DPO', 'IM']);
  const director = () => run.as('alix', ['DIR']);
  const given = opening({ receivedAt: run.t0, certain });
  const { id } = must(await openCase({ ctx: dpo(), input: { key: 'open', opening: given } }));
  const handle = (runId?: string) =>
    env.client.workflow.getHandle(workflowIdOf({ orgId: 'o1', obligation: 'controllerCase', subjectId: id }), runId);
  const events = new Map<string, number>();
  let acts = 0;

  /** Also of the runs that this one continues. */
  const count = async (): Promise<void> => {
    let runId: string | undefined;
    do {
      const described: WorkflowExecutionDescription = await handle(runId).describe();
      events.set(described.runId, described.historyLength);
      runId = await continuedBy(handle(described.runId));
    } while (runId !== undefined);
  };

  const { ports } = run.as('alix', ['DIR']);
  ports.relay = { name: 'r', fingerprint: 'f', test: async () => ({ accepted: false, replyCode: null, step: '' }) };
  await run.relay();
  return {
    id,
    ports,
    handle,
    events,
    async act(command: CaseCommand, ctx = director()): Promise<void> {
      acts += 1;
      must(await commandCase({ ctx, input: { caseId: id, key: `${command.kind}/${acts}`, command } }));
      await run.sweep();
    },
    actAsDpo(command: CaseCommand): Promise<void> {
      return this.act(command, dpo());
    },
    /** The relay's round starts what has slept for two weeks. */
    async until(hour: number): Promise<void> {
      await run.sleep(hour);
      await run.sweep();
      await run.sleep(hour + 0.2);
      await count();
    },
    async listOf(size: number, from = 0): Promise<string> {
      const rows = people(from + size).split('\n');
      const text = [rows[0], ...rows.slice(1 + from)].join('\n');
      acts += 1;
      const input = { caseId: id, key: `list/${acts}`, bytes: bytesOf(text) };
      return must(await uploadRecipients({ ctx: director(), input })).listId;
    },
    /** A relay that answers so to the persons. */
    answering(result: 'refused' | 'accepted'): void {
      const { send } = ports.mailer;
      ports.mailer.send = async (mail) =>
        mail.to.endsWith('@b.example') && (await mail.mayLeave) ? { result, replyCode: null } : send(mail);
    },
    one: async () => {
      const found = await ports.projections.read('o1', 'controllerCase', id);
      if (found === null) throw new Error('no case');
      return found;
    },
    told: () => run.story(id).filter((line) => line.includes(' remind ')),
    /** The longest run, kept under this name; see `recordHistory`. */
    record: (name: string, runId?: string) => recordHistory(name, handle(runId)),
  };
}

export type CaseRun = Awaited<ReturnType<typeof createCaseRun>>;
