import type { Installation } from './twoHouses';

type Sides = { processor: Installation; controller: Installation; noticeId: string; caseId: string };

/**
 * Three measures are proposed over HTTPS (duty S3-05): the controller's case changes one, its contact objects to another on
 * the telephone, the third is taken urgently. @returns how both sides have them then
 */
export async function consult({ processor, controller, noticeId, caseId }: Sides) {
  const propose = async (what: string): Promise<string> => {
    await processor.speaker.post(`/notices/${noticeId}/measures`, { what, urgentHours: 4 });
    return (await processor.speaker.get(`/notices/${noticeId}`)).body.measures.at(-1).id;
  };
  const [ours, called, taken] = [await propose('Fermer.'), await propose('Couper.'), await propose('Isoler.')];
  await processor.settleNotice(noticeId);
  const said = { name: 'Dana Exemple', function: 'DPO' };
  const word = { ...said, measureId: ours, verdict: 'changed', text: 'Fermer la nuit.' };
  const answeredAt = controller.now().toISOString();
  await controller.speaker.post(`/cases/${caseId}/processor/measure-answers`, { ...word, answeredAt });
  await controller.settleCase(caseId);
  const objected = { ...said, measureId: called, verdict: 'objected', text: 'Les soins en dépendent.' };
  await processor.speaker.post(`/notices/${noticeId}/measure-answers`, { ...objected, contactId: 'c1' });
  const taking = { measureId: taken, reason: 'Les données sortaient.' };
  await processor.speaker.post(`/notices/${noticeId}/measure-takings`, taking);
  await processor.settleNotice(noticeId);
  return [
    { id: ours, state: 'CHANGED', verdict: { text: 'Fermer la nuit.' } },
    { id: called, state: 'OBJECTED', via: 'call', verdict: { text: 'Les soins en dépendent.' } },
    { id: taken, state: 'TAKEN_URGENTLY', taken: { reason: 'Les données sortaient.' } },
  ];
}
