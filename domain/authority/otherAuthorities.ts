import { type Authority, listed } from './authority';

/** Supervisory authorities of the other countries of the European Economic Area (GDPR Art. 51; EEA agreement). */
export const OTHER_AUTHORITIES: readonly Authority[] = [
  listed('dsb-at', 'AT', 'Österreichische Datenschutzbehörde (DSB)', 'https://www.dsb.gv.at/', ['de']),
  listed('cpdp-bg', 'BG', 'Комисия за защита на личните данни (КЗЛД)', 'https://www.cpdp.bg/', ['bg']),
  listed('azop', 'HR', 'Agencija za zaštitu osobnih podataka (AZOP)', 'https://azop.hr/', ['hr']),
  listed(
    'dpc-cy',
    'CY',
    'Επίτροπος Προστασίας Δεδομένων Προσωπικού Χαρακτήρα (Κύπρος)',
    'https://www.dataprotection.gov.cy/',
    ['el'],
  ),
  listed('uoou', 'CZ', 'Úřad pro ochranu osobních údajů (ÚOOÚ)', 'https://uoou.gov.cz/', ['cs']),
  listed('datatilsynet-dk', 'DK', 'Datatilsynet (Danmark)', 'https://www.datatilsynet.dk/', ['da']),
  listed('aki', 'EE', 'Andmekaitse Inspektsioon (AKI)', 'https://www.aki.ee/', ['et']),
  listed('tietosuoja', 'FI', 'Tietosuojavaltuutetun toimisto', 'https://tietosuoja.fi/', ['fi', 'sv'], 'part'),
  listed('hdpa', 'GR', 'Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα (ΑΠΔΠΧ)', 'https://www.dpa.gr/', ['el']),
  listed('naih', 'HU', 'Nemzeti Adatvédelmi és Információszabadság Hatóság (NAIH)', 'https://www.naih.hu/', ['hu']),
  listed('personuvernd', 'IS', 'Persónuvernd', 'https://www.personuvernd.is/', ['is']),
  listed('dss-li', 'LI', 'Datenschutzstelle des Fürstentums Liechtenstein (DSS)', 'https://www.datenschutzstelle.li/', [
    'de',
  ]),
  listed('vdai', 'LT', 'Valstybinė duomenų apsaugos inspekcija (VDAI)', 'https://vdai.lrv.lt/', ['lt']),
  listed('dvi', 'LV', 'Datu valsts inspekcija (DVI)', 'https://www.dvi.gov.lv/', ['lv']),
  listed('idpc', 'MT', 'Information and Data Protection Commissioner (IDPC)', 'https://idpc.org.mt/', ['en', 'mt']),
  listed('datatilsynet-no', 'NO', 'Datatilsynet (Norge)', 'https://www.datatilsynet.no/', ['no']),
  listed('uodo', 'PL', 'Urząd Ochrony Danych Osobowych (UODO)', 'https://uodo.gov.pl/', ['pl']),
  listed('cnpd-pt', 'PT', 'Comissão Nacional de Proteção de Dados (CNPD)', 'https://www.cnpd.pt/', ['pt']),
  listed(
    'anspdcp',
    'RO',
    'Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (ANSPDCP)',
    'https://www.dataprotection.ro/',
    ['ro'],
  ),
  listed('imy', 'SE', 'Integritetsskyddsmyndigheten (IMY)', 'https://www.imy.se/', ['sv']),
  listed('ip-rs', 'SI', 'Informacijski pooblaščenec', 'https://www.ip-rs.si/', ['sl']),
  listed('uoou-sk', 'SK', 'Úrad na ochranu osobných údajov Slovenskej republiky', 'https://dataprotection.gov.sk/', [
    'sk',
  ]),
];
