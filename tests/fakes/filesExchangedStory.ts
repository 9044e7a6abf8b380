import { expect, it } from '@jest/globals';
import { readCaseFile } from '../../application/controllerCase/keepCaseFile';
import { filesPlace } from '../../application/file/filesPlace';
import { eraseField } from '../../application/journal/eraseField';
import { LONGEST_MESSAGE } from '../../domain/exchange/message';
import { sha256 } from '../../domain/shared/sha256';
import { forgedFiles, paper, personOf, postFile, type Sides, withAnswer, withQuestion } from './filesExchanged';
import { must } from './realHouse';

const ANSWERED = paper('réponse', LONGEST_MESSAGE + 80_000); // longer than any other message

const notice = async ({ processor, noticeId }: Sides) => (await processor.speaker.get(`/notices/${noticeId}`)).body;
const theCase = async ({ controller, caseId }: Sides) => (await controller.speaker.get(`/cases/${caseId}`)).body;
const heads = ({ processor, controller }: Sides) =>
  Promise.all([processor, controller].map(({ house, orgId }) => house.ports.journal.head(orgId)));

/** Documents over HTTPS between two installations whose notice was asked about and answered. */
export function itExchangesFiles(houses: () => Omit<Sides, 'questionId'>): void {
  const theSides = async (): Promise<Sides> => {
    const { body } = await houses().controller.speaker.get(`/cases/${houses().caseId}`);
    return { ...houses(), questionId: body.processor.questions[0].id };
  };

  it('S3-05: documents go with question and answer, each once, under each side’s own key and entry', async () => {
    const sides = await theSides();
    const { processor, controller, noticeId, caseId } = sides;
    await withQuestion(sides, paper('question'));
    await sides.controller.settleCase(sides.caseId);
    await withAnswer(sides, ANSWERED);
    await processor.settleNotice(noticeId);
    const [there, here] = [(await notice(sides)).files, (await theCase(sides)).files];
    const taken = { state: 'taken', at: expect.any(String), why: null };
    expect(there).toMatchObject([
      { name: 'liste.pdf', via: 'exchange', handing: null },
      { name: 'réponse.pdf', via: null, handing: taken },
    ]);
    expect(here).toMatchObject([
      { name: 'liste.pdf', via: null, handing: taken },
      { name: 'réponse.pdf', via: 'exchange', handing: null },
    ]);
    const read = await readCaseFile({ ctx: personOf(controller), input: { caseId, hash: here[1].hash } });
    expect(read.ok && read.value.bytes.equals(ANSWERED)).toBe(true);
    const before = await heads(sides);
    expect(await postFile(sides, paper('question'))).toMatchObject({ status: 200 }); // again: a receipt, and nothing new
    expect(await heads(sides)).toEqual(before);
    expect(await controller.page(`/cases/${caseId}`)).toMatch(/liste\.pdf<\/a>[^]{1,40}PDF, 1.ko, remise/);
    expect(await processor.page(`/incidents/${(await notice(sides)).incidentId}/notices/${noticeId}`)).toContain(
      'depuis son installation',
    );
  });

  it.each(forgedFiles)('S3-05: a document is not kept: %s', async (_name, status, code, bytes, forged) => {
    const sides = await theSides();
    const before = await heads(sides);
    expect(await postFile(sides, bytes, forged)).toMatchObject({ status, code });
    expect(await heads(sides)).toEqual(before);
    const { house, orgId } = sides.processor;
    expect(
      await house.ports.documents.get(orgId, filesPlace(sides.noticeId), sha256(forged.bytes ?? bytes)),
    ).toBeNull();
  });

  it('S3-05: a sixth document is not kept, nor one that was erased before it left, and why is said', async () => {
    const sides = await theSides();
    for (let n = 2; n <= 5; n += 1) expect(await postFile(sides, paper(`${n}`))).toMatchObject({ status: 200 });
    const sixth = await postFile(sides, paper('6'));
    expect([sixth.code, sixth.body]).toEqual(['invalid', expect.stringContaining('at most 5 files')]);
    const seq = await withQuestion(sides, paper('erased'));
    const erased = { seq, names: ['name'], ground: 'neverLawful' as const, key: 'erase' };
    must(await eraseField({ ctx: personOf(sides.controller), input: erased }));
    await sides.controller.settleCase(sides.caseId);
    expect((await theCase(sides)).files.at(-1)).toMatchObject({
      name: null,
      handing: { state: 'refused', why: 'erased' },
    });
    expect((await notice(sides)).files).toHaveLength(6);
  });

  it('S3-05: a document stays here where the other side knows of none, which holds nothing up', async () => {
    const sides = await theSides();
    const { controller, caseId } = sides;
    const { exchange } = controller.house.ports.carriers;
    const old = '{"code":"exchange.unreadable"}';
    controller.house.ports.carriers.exchange = async () => ({ status: 400, body: old });
    await withQuestion(sides, paper('old'));
    await sides.controller.settleCase(sides.caseId);
    controller.house.ports.carriers.exchange = exchange;
    expect((await theCase(sides)).files.at(-1).handing).toMatchObject({ state: 'refused', why: 'noFiles' });
    expect(await controller.page(`/cases/${caseId}`)).toContain('l’autre installation ne prend pas encore de pièces');
  });
}
