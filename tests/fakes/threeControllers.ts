import { sendVersion } from '../../application/notice/sendVersion';
import { controllers, type ControllerKey, type House } from './noticeHouse';
import { items } from './noticeStory';

export const T0 = '2026-03-27T09:20:00.000Z';
export const hour = (hours: number): string => new Date(Date.parse(T0) + hours * 3_600_000).toISOString();
const touched = (Object.keys(controllers) as ControllerKey[]).map((agreementId) => ({
  agreementId,
  role: 'processor',
}));

/** Reported, declared and known at one instant; touches all three controllers. @returns ids of the notices opened */
export async function becomeAware(
  house: House,
  nature = ['availability'],
  at = T0,
  exercise = false,
  pace?: number,
  id = 'i1',
): Promise<string[]> {
  await house.report(id, at, exercise, pace);
  await house.write('incident', id, {
    type: 'incident.declared',
    values: {
      kind: 'intrusion',
      severity: 'high',
      harmed: 'both',
      leadId: 'paul',
      possibleCrime: 'yes',
      basis: 'accès vu',
    },
  });
  await house.write('incident', id, {
    type: 'aware.set',
    values: {
      awareAt: at,
      detectedAt: at,
      nature,
      touched,
      ownProcessing: false,
      why: 'vu',
      gapReason: null,
      release: null,
    },
  });
  const opened = await house.open(id);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

export const send = (house: House, noticeId: string, key = 'send') =>
  sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId, key, command: { kind: 'send', items } } });

/** A mail as somebody with a wire would see it: quoted-printable and base64 undone. */
export function readable(raw: string): string {
  const byte = (_all: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
  const plain = raw.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, byte);
  const blocks = raw.match(/(?:[A-Za-z0-9+/]{60,}\r?\n)+[A-Za-z0-9+/=]*/g) ?? [];
  return [plain, ...blocks.map((block) => Buffer.from(block, 'base64').toString('latin1'))].join('\n');
}
