import { Readable } from 'node:stream';
import { keepCaseFile } from '../../application/controllerCase/keepCaseFile';
import { sealHeader } from '../../application/journal/sealHeader';
import { keepNoticeFile } from '../../application/notice/keepNoticeFile';
import type { Context } from '../../application/ports/ports';
import { fileUrlOf } from '../../domain/exchange/exchangeUrl';
import { EXCHANGE_FORMAT, type FileSaid } from '../../domain/exchange/message';
import { MOST_FILE_BYTES } from '../../domain/file/kept';
import { sha256 } from '../../domain/shared/sha256';
import { must } from './realHouse';
import type { Installation } from './twoHouses';

export type Sides = {
  processor: Installation;
  controller: Installation;
  noticeId: string;
  caseId: string;
  questionId: string;
};

const person = ({ engine, personId }: Installation): Context => ({
  ...engine,
  actor: { kind: 'person', id: personId },
  roles: ['O', 'IM', 'DPO', 'DIR'],
});
export const paper = (words: string, longest = 0): Buffer => Buffer.from(`%PDF-1.7 ${words}`.padEnd(longest, '.'));

/** The controller keeps a document with its question. @returns its entry */
export async function withQuestion({ controller, caseId, questionId }: Sides, bytes: Buffer): Promise<number> {
  const about = { kind: 'question' as const, questionId };
  const sent = { caseId, key: `keep-${sha256(bytes)}`, about, name: 'liste.pdf', bytes: Readable.from([bytes]) };
  return must(await keepCaseFile({ ctx: person(controller), input: sent })).seq;
}

/** The processor keeps one with its answer. */
export async function withAnswer({ processor, noticeId, questionId }: Sides, bytes: Buffer): Promise<void> {
  const about = { kind: 'answer' as const, questionId };
  const sent = { noticeId, key: `keep-${sha256(bytes)}`, about, name: 'réponse.pdf', bytes: Readable.from([bytes]) };
  must(await keepNoticeFile({ ctx: person(processor), input: sent }));
}

export const personOf = person;

type Forged = {
  said?: Partial<FileSaid>;
  bytes?: Buffer | null;
  sealedBy?: keyof Pick<Sides, 'processor' | 'controller'>;
  change?(lines: string): string;
  type?: string;
};

/** Posts a document with the controller's question as its installation does, or otherwise. */
export async function postFile(sides: Sides, bytes: Buffer, forged: Forged = {}) {
  const { processor, controller, noticeId, questionId } = sides;
  const about = forged.said?.about ?? 'question';
  const [from, to] = about === 'question' ? [controller, processor] : [processor, controller];
  const originOf = ({ house, orgId }: Installation) => house.ports.proofs.notary.origin(orgId);
  const told = { kind: 'file' as const, noticeId, about, questionId, hash: sha256(bytes), size: bytes.length };
  const said = { ...told, name: null, ...forged.said };
  const madeAt = from.now().toISOString();
  const header = { format: EXCHANGE_FORMAT, origin: originOf(from), to: originOf(to), madeAt, said };
  const by = forged.sealedBy === undefined ? from : sides[forged.sealedBy];
  const lines = await sealHeader(by.engine, header);
  const sent = forged.bytes === undefined ? bytes : forged.bytes;
  const body = Buffer.concat([Buffer.from((forged.change ?? String)(lines)), sent ?? Buffer.alloc(0)]);
  const url = sent === null ? to.exchangeUrl : fileUrlOf(to.exchangeUrl);
  const type = forged.type ?? (sent === null ? 'application/x-ndjson' : 'application/octet-stream');
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) });
  const text = await response.text();
  return { status: response.status, body: text, code: /"code":"exchange\.(\w+)"/.exec(text)?.[1] ?? null };
}

const asked = paper('forgée');

/** Each with what it is answered. */
export const forgedFiles: readonly [name: string, status: number, code: string, bytes: Buffer, Forged][] = [
  ['sealed by another key under its name', 400, 'altered', asked, { sealedBy: 'processor' }],
  ['its message is another', 400, 'altered', asked, { change: (lines) => lines.replace('"name":null', '"name":"x"') }],
  ['its bytes are others', 400, 'altered', asked, { bytes: paper('altéré') }],
  ['its size is another', 400, 'altered', asked, { said: { size: asked.length + 1 } }],
  ['its bytes are to come', 428, 'bytesMissing', asked, { bytes: null }],
  ['longer than any file', 413, 'tooLarge', paper('long', MOST_FILE_BYTES + 1), { said: { size: 9 } }],
  ['said to be longer than any file', 400, 'unreadable', asked, { said: { size: MOST_FILE_BYTES + 1 } }],
  ['with no question', 404, 'unknown', asked, { said: { questionId: 'q0' } }],
  ['of a notice that is nobody’s', 403, 'stranger', asked, { said: { noticeId: 'n0' } }],
  ['with an answer to what nobody asked', 422, 'invalid', asked, { said: { about: 'answer', questionId: 'q0' } }],
  ['no paper', 422, 'invalid', Buffer.from('<script>alert(1)</script>'), {}],
  ['brought as something else', 400, 'unreadable', asked, { type: 'application/pdf' }],
];
