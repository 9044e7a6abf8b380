import { readMessage } from '../../domain/exchange/message';
import type { Sent } from './forgedMessages';
import type { Installation } from './twoHouses';

type Delivery = { deliverableId: string; channel: string; documentId: string; result: string | null; tries: object[] };
type Sides = { processor: Installation; controller: Installation; noticeId: string };

/** What left of the versions of a notice for the controller's installation. */
export function versionsSent(sides: () => Sides) {
  const exchanged = async (version: number): Promise<Delivery> => {
    const { processor, noticeId } = sides();
    const { deliveries } = (await processor.speaker.get(`/notices/${noticeId}`)).body.versions[version - 1];
    return deliveries.find(({ channel }: Delivery) => channel === 'exchange');
  };
  /** The bytes as they left. */
  const bytesOf = async (version: number): Promise<string> => {
    const { processor, noticeId } = sides();
    const { documentId } = await exchanged(version);
    const stored = await processor.house.ports.documents.get(processor.orgId, noticeId, documentId);
    return stored?.bytes.toString('utf8') ?? '';
  };
  const sentOf = async (version: number): Promise<Sent> => {
    const bytes = await bytesOf(version);
    const read = readMessage(bytes);
    if (typeof read === 'string') throw new Error(read);
    return { ...sides(), bytes, header: read.header };
  };
  return { exchanged, bytesOf, sentOf };
}
