import type { Items } from '../../domain/notice/items';
import { createNight, NIGHT, type Night } from './night';

const day = (hour: string): string => `2026-03-27T${hour}:00.000Z`;

const laptop: Items = {
  a: 'Ordinateur portable d’une enquêtrice volé dans un train. Disque non chiffré ; selon les premiers éléments, le fichier d’appels de la semaine y était enregistré.',
  b: [],
  c: {
    answer: 'value',
    text: 'Identification, vie personnelle, revenus et impayés.',
    persons: 412,
    records: 412,
  },
  d: { answer: 'toFollow', eta: '2026-03-28T17:00:00.000Z' },
  e: {
    answer: 'value',
    text: 'Comptes de l’enquêtrice fermés le 27 mars à 09:05 (UTC+1). Plainte déposée à 16:30 (UTC+1).',
  },
};

/** The night of the mock-ups, as it stands at 03:12. */
export async function tellNight() {
  const night = await createNight();
  const ransomware = await encryptedServer(night);
  const stolen = await stolenLaptop(night);
  night.at('2026-03-28T01:40:00.000Z');
  const scan = await night.report('ines', 'Balayage de ports vu par le pare-feu.', '2026-03-28T01:38:00.000Z', 'event');
  night.at(NIGHT);
  await night.settle(ransomware.val, NIGHT);
  await night.settle(stolen.val, NIGHT);
  await night.settle(stolen.aube, NIGHT);
  return { night, stolen, ransomware, scan };
}

const touched = (...ids: string[]) => ids.map((agreementId) => ({ agreementId, role: 'processor' as const }));

async function stolenLaptop(night: Night) {
  const { at, command, send, note, settle, agreements, contact } = night;
  at(day('07:46'));
  const id = await night.report(
    'ines',
    'Ordinateur portable volé, disque non chiffré. Enquêtrice volée dans le train de 08:10, données des enquêtes dessus.',
    day('07:40'),
    'theft',
  );
  at(day('07:52'));
  await command('ines', id, { kind: 'triage.start', firstFacts: 'Vol dans un train, disque non chiffré.' });
  at(day('08:06'));
  await command('ines', id, {
    kind: 'measure.add',
    what: 'Comptes de l’enquêtrice fermés.',
    owner: 'Inès Témoin',
    measureKind: 'contain',
    status: 'taken',
    at: day('08:05'),
    agreementId: null,
    recoveredData: null,
  });
  at(day('08:30'));
  await command('ines', id, {
    kind: 'incident.declare',
    incidentKind: 'deviceLostOrStolen',
    severity: 'high',
    harmed: 'security',
    leadId: night.as('paul').actor.id,
    possibleCrime: 'yes',
    basis: 'Un appareil de l’entreprise est aux mains d’un tiers.',
  });
  at(day('10:02'));
  await command('paul', id, {
    kind: 'aware.set',
    awareAt: day('10:00'),
    detectedAt: day('07:40'),
    nature: ['confidentiality', 'availability'],
    touched: touched(agreements.val, agreements.aube),
    ownProcessing: false,
    why: 'Le fichier d’appels était sur l’ordinateur.',
    gapReason: 'Temps de joindre l’enquêtrice.',
  });
  at(day('11:15'));
  const asked = await command('paul', id, {
    kind: 'aware.correct',
    awareAt: day('09:20'),
    detectedAt: day('07:40'),
    nature: ['confidentiality', 'availability'],
    reason: 'L’enquêtrice a confirmé le contenu local dès 10:20.',
    breakGlassReason: null,
  });
  at(day('11:17'));
  if (asked.approval !== null) await night.approve('sacha', id, asked.approval.requestId);
  const val = await night.noticeOf(id, agreements.val);
  const aube = await night.noticeOf(id, agreements.aube);
  await settle(aube, day('12:00'));
  at(day('18:02'));
  await send('sacha', val, { kind: 'send', items: { ...laptop, b: contact } });
  await settle(val, '2026-03-28T02:00:00.000Z');
  await settle(aube, '2026-03-28T02:00:00.000Z');
  at('2026-03-28T02:04:00.000Z');
  await note('ines', val, { kind: 'logCall', contactId: 'c2', reached: false, note: 'Message laissé.' });
  at('2026-03-28T02:11:00.000Z');
  await note('ines', aube, {
    kind: 'draft',
    items: {
      a: laptop.a,
      b: contact,
      c: null,
      d: {
        answer: 'value',
        text: 'Sollicitations frauduleuses possibles visant des ménages en difficulté de paiement.',
      },
      e: laptop.e,
    },
  });
  return { id, val, aube };
}

async function encryptedServer(night: Night) {
  const { at, command, send, settle, agreements, contact } = night;
  at(day('07:05'));
  const id = await night.report('paul', 'Serveur de fichiers chiffré par un rançongiciel.', day('07:00'), 'intrusion');
  await command('paul', id, { kind: 'triage.start', firstFacts: null });
  at(day('07:20'));
  await command('paul', id, {
    kind: 'incident.declare',
    incidentKind: 'ransomware',
    severity: 'critical',
    harmed: 'both',
    leadId: night.as('paul').actor.id,
    possibleCrime: 'yes',
    basis: 'Fichiers chiffrés, note de rançon.',
  });
  await command('paul', id, {
    kind: 'aware.set',
    awareAt: day('07:15'),
    detectedAt: day('07:10'),
    nature: ['availability'],
    touched: touched(agreements.val),
    ownProcessing: false,
    why: 'Dossiers du client illisibles.',
    gapReason: null,
  });
  const val = await night.noticeOf(id, agreements.val);
  at(day('07:40'));
  const items: Items = {
    a: 'Serveur de fichiers chiffré par un rançongiciel ; les dossiers d’enquête ne sont plus lisibles.',
    b: contact,
    c: { answer: 'toFollow', eta: day('17:00') },
    d: { answer: 'value', text: 'Indisponibilité des enquêtes ; aucune sortie de données constatée à ce stade.' },
    e: { answer: 'value', text: 'Serveur isolé du réseau. Restauration en cours depuis la sauvegarde de la nuit.' },
  };
  await send('paul', val, { kind: 'send', items });
  await settle(val, day('07:45'));
  at(day('07:46'));
  await night.note('paul', val, {
    kind: 'acknowledge',
    version: 1,
    contactId: 'c1',
    via: 'call',
    name: 'Dominique Essai',
    function: 'déléguée à la protection des données',
  });
  return { id, val };
}
