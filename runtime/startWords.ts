import { fill, type Values } from '../cli/words/fill';

/** What the start says beside its block, and why it does not happen; keys are the same in both. */
export const startWords = {
  fr: {
    stops: 'Vigie s’arrête …',
    stopped: 'Arrêtée.',
    stoppedKept: 'Arrêtée. Les données et les délais qui courent sont gardés.',
    dataFolder: 'le dossier des données',
    orphans: '{count} processus laissés par un démarrage interrompu ont été arrêtés',
    fullMeanwhile:
      'Le disque qui porte {folder} est plein : libérez de la place, et ce qui est tombé redémarre de lui-même',
    running:
      'Vigie tourne déjà sur {folder} (processus {pid}) : servez-vous de celle-là ou arrêtez-la, ou nommez un autre dossier dans VIGIE_DATA.',
    full: 'Le disque qui porte {place} est plein : libérez de la place, puis redémarrez.',
    nearlyFull:
      'Le disque qui porte {folder} n’a plus que {free} Mo libres : libérez au moins {least} Mo, puis redémarrez.',
    unwritable:
      'Impossible d’écrire dans {place} : donnez-vous le droit d’y écrire, ou nommez un autre dossier dans VIGIE_DATA, puis redémarrez.',
    noFolder: '{place} n’est pas un dossier : nommez un autre endroit dans VIGIE_DATA, puis redémarrez.',
    keyDamaged: '{file} est abîmé : remettez-le depuis une sauvegarde, puis redémarrez.',
    noPort: 'Aucun port n’est libre sur {host} : fermez des programmes, puis redémarrez.',
    portTaken: 'Le port {port} est pris sur {host} : arrêtez ce qui y écoute, ou nommez un autre port.',
    environment: 'L’environnement ne peut servir ; ce qu’il faut, en anglais :{faults}',
  },
  en: {
    stops: 'Vigie stops …',
    stopped: 'Stopped.',
    stoppedKept: 'Stopped. The data and the running clocks are kept.',
    dataFolder: 'the data folder',
    orphans: '{count} processes that a killed start left behind have been ended',
    fullMeanwhile: 'The disk that holds {folder} is full: free some space, and what fell starts again by itself',
    running:
      'Vigie already runs on {folder} (process {pid}): use that one or end it, or name another folder in VIGIE_DATA.',
    full: 'The disk that holds {place} is full: free some space, then start again.',
    nearlyFull: 'The disk that holds {folder} has only {free} MB left: free at least {least} MB, then start again.',
    unwritable:
      '{place} cannot be written: give yourself the right to write there, or name another folder in VIGIE_DATA, then start again.',
    noFolder: '{place} is not a folder: name another place in VIGIE_DATA, then start again.',
    keyDamaged: '{file} is damaged: put it back from a backup, then start again.',
    noPort: 'No port is free on {host}: end some programs, then start again.',
    portTaken: 'Port {port} is taken on {host}: end what listens there, or name another port.',
    environment: 'The environment cannot be used:{faults}',
  },
} as const;

export type StartWord = keyof (typeof startWords)['fr'];

/** A sentence of the start, in the language of the terminal. */
export const startSay = (language: 'fr' | 'en', key: StartWord, values?: Values): string =>
  fill(startWords[language][key], values);
