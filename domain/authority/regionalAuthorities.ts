import { type Authority, listed } from './authority';

const ofGermany = (id: string, name: string, url: string): Authority => listed(id, 'DE', name, url, ['de'], 'part');

const ofSpain = (id: string, name: string, url: string, languages: readonly string[]): Authority =>
  listed(id, 'ES', name, url, languages, 'part');

/** Authorities of a part of their country: Länder of Germany, communities of Spain. Which one is competent a person says. */
export const REGIONAL_AUTHORITIES: readonly Authority[] = [
  ofGermany(
    'lfdi-bw',
    'Landesbeauftragter für den Datenschutz Baden-Württemberg',
    'https://www.baden-wuerttemberg.datenschutz.de/',
  ),
  ofGermany('baylda', 'Bayerisches Landesamt für Datenschutzaufsicht (BayLDA)', 'https://www.lda.bayern.de/'),
  ofGermany(
    'baylfd',
    'Bayerischer Landesbeauftragter für den Datenschutz (BayLfD)',
    'https://www.datenschutz-bayern.de/',
  ),
  ofGermany('blnbdi', 'Berliner Beauftragte für Datenschutz', 'https://www.datenschutz-berlin.de/'),
  ofGermany('lda-bb', 'Landesbeauftragte für den Datenschutz Brandenburg', 'https://www.lda.brandenburg.de/'),
  ofGermany('lfdi-hb', 'Landesbeauftragter für Datenschutz Bremen', 'https://www.datenschutz.bremen.de/'),
  ofGermany('hmbbfdi', 'Hamburgischer Beauftragter für Datenschutz', 'https://datenschutz-hamburg.de/'),
  ofGermany('hbdi', 'Hessischer Beauftragter für Datenschutz', 'https://datenschutz.hessen.de/'),
  ofGermany('lfdi-mv', 'Landesbeauftragter für Datenschutz Mecklenburg-Vorpommern', 'https://www.datenschutz-mv.de/'),
  ofGermany('lfd-ni', 'Landesbeauftragter für den Datenschutz Niedersachsen', 'https://www.lfd.niedersachsen.de/'),
  ofGermany('ldi-nw', 'Landesbeauftragte für Datenschutz Nordrhein-Westfalen (LDI NRW)', 'https://www.ldi.nrw.de/'),
  ofGermany('lfdi-rp', 'Landesbeauftragter für den Datenschutz Rheinland-Pfalz', 'https://www.datenschutz.rlp.de/'),
  ofGermany('udz-sl', 'Unabhängiges Datenschutzzentrum Saarland', 'https://www.datenschutz.saarland.de/'),
  ofGermany('sdtb', 'Sächsische Datenschutz- und Transparenzbeauftragte', 'https://www.datenschutz.sachsen.de/'),
  ofGermany('lfd-st', 'Landesbeauftragte für den Datenschutz Sachsen-Anhalt', 'https://datenschutz.sachsen-anhalt.de/'),
  ofGermany(
    'uld',
    'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein (ULD)',
    'https://www.datenschutzzentrum.de/',
  ),
  ofGermany('tlfdi', 'Thüringer Landesbeauftragter für den Datenschutz (TLfDI)', 'https://www.tlfdi.de/'),
  ofSpain('apdcat', 'Autoritat Catalana de Protecció de Dades (APDCAT)', 'https://apdcat.gencat.cat/', ['ca', 'es']),
  ofSpain('avpd', 'Autoridad Vasca de Protección de Datos (AVPD)', 'https://www.avpd.eus/', ['eu', 'es']),
  ofSpain(
    'ctpda',
    'Consejo de Transparencia y Protección de Datos de Andalucía (CTPDA)',
    'https://www.ctpdandalucia.es/',
    ['es'],
  ),
];
