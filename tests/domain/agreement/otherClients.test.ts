import { describe, expect, it } from '@jest/globals';
import { clientsIn, namesOthers } from '../../../domain/agreement/otherClients';
import { namedIn, textsOf } from '../../../domain/notice/noticeTexts';
import { clientNamed } from '../../fakes/clientNamed';

const client = (partyId: string, [name = '', ...aliases]: string[], domains: string[] = []) =>
  clientNamed(partyId, name, { aliases, domains });
const val = client('val', ['Communauté d’agglomération du Val Témoin'], ['val-temoin.example']);
const aube = client('aube', ['Syndicat mixte de l’Aube-Modèle', 'SMAM'], ['aube-modele.example', 'gmail.com']);
const orme = client('orme', ['Département de l’Orme'], ['orme.example']);
const others = [val, aube, orme];

describe('a text that names another client of ours (F39, domain rules 7.2)', () => {
  it.each<[string, string, string[]]>([
    ['by its registered name', 'Reçu du Syndicat mixte de l’Aube-Modèle.', ['Syndicat mixte de l’Aube-Modèle']],
    ['without accents, hyphen, case or apostrophe', 'SYNDICAT MIXTE DE L AUBE MODELE', [aube.names[0] ?? '']],
    ['with letters in another form', 'Syndicat mixte de l’Aube-Mode\u0300le', [aube.names[0] ?? '']],
    ['by what is left without its kind of body', 'le fichier d’Aube Modèle', [aube.names[0] ?? '']],
    ['by another name that its contract gives', 'vu chez smam, puis rien', [aube.names[0] ?? '']],
    ['by its mail domain', 'écrit par x@Aube-Modele.example', [aube.names[0] ?? '']],
    ['by a host under its domain', 'voir vpn.orme.example', ['Département de l’Orme']],
    ['twice over', 'Aube-Modèle et Orme', [aube.names[0] ?? '', 'Département de l’Orme']],
  ])('%s', (_how, text, names) => expect(clientsIn(text, val, others)).toEqual(names));

  it.each<[string, string]>([
    ['itself is none', 'Le Val Témoin, val-temoin.example'],
    ['part of a word is none', 'Des normes et des formes, smamenti'],
    ['a public provider is none', 'écrit par x@gmail.com'],
    ['a domain that only ends alike is none', 'notorme.example'],
    ['nothing is none', ''],
  ])('%s', (_how, text) => expect(clientsIn(text, val, others)).toEqual([]));

  it('the one who is written to is none, even where another’s name is part of its own', () => {
    const own = client('ville', ['Ville de Val Témoin']);
    expect(clientsIn('La Ville de Val Témoin est touchée', own, others)).toEqual([]);
    expect(clientsIn('Le Val Témoin est touché', own, others)).toEqual([]);
    expect(clientsIn('La communauté d’agglomération du Val Témoin', client('x', ['Autre']), others)).toEqual(val.names);
  });

  it('is told text by text: of a value what it says, of an impossible item why, of a promise nothing', () => {
    const items = {
      a: 'Orme',
      b: null,
      c: { answer: 'cannotBeDetermined' as const, reason: 'Orme ne répond pas' },
      d: { answer: 'toFollow' as const, eta: null },
      e: { answer: 'value' as const, text: 'rien' },
    };
    const [name] = orme.names;
    expect(namedIn(textsOf({ ...items, lateReason: 'Orme' }), val, others)).toEqual([
      { item: 'a', name },
      { item: 'c', name },
      { item: 'lateReason', name },
    ]);
  });
});

describe('how a text that several get names another', () => {
  const told = (...ids: string[]) => ids.map((agreementId) => ({ agreementId }));

  it.each([
    ['a registered name', 'vu au SYNDICAT MIXTE DE L AUBE MODELE', 'whole'],
    ['part of one', 'vu à l’Aube Modèle', 'part'],
    ['another name', 'vu chez SMAM', 'part'],
    ['a mail domain', 'x@aube-modele.example', 'part'],
    ['nobody', 'vu ailleurs', null],
  ])('%s', (_how, text, naming) => {
    expect(namesOthers(text, told('val'), others)).toBe(naming);
    expect(namesOthers(text, told('aube'), others)).toBeNull();
    expect(namesOthers(text, told('aube', 'val'), others)).toBe(naming);
    expect(namesOthers(text, null, others)).toBe(naming); // whoever is named later gets it
    expect(namesOthers(text, told('unknown'), others)).toBe(naming);
    expect(namesOthers(text, [], others)).toBeNull();
  });
});
