/** Files that are kept with a subject. */
export const files = {
  'files.title': 'Pièces',
  'files.intro': 'Chaque pièce est chiffrée. Le journal en garde l’empreinte, et qui l’a déposée.',
  'files.keep': 'Garder une pièce',
  'files.about': 'Elle prouve',
  'files.file': 'Fichier',
  'files.hint': 'PDF, PNG, JPEG ou courriel (EML), {mb} Mo au plus, {n} par objet.',
  'files.go': 'Garder',
  'files.keptAt': 'Gardée',
  'files.none': 'Aucune pièce n’est gardée.',
  'files.unnamed': 'Sans nom, ou effacée',
  'files.kilobytes': '{n} ko',
  'err.fileLong': 'Ce fichier est trop gros',
  'err.fileType': 'Ce fichier n’est ni un PDF, ni un PNG, ni un JPEG, ni un courriel (EML)',
  'err.fileKept': 'Ce même fichier est déjà gardé',
  'err.fileMany': 'Il y a déjà autant de pièces qu’il peut y en avoir',
  'err.filingUnknown': 'Rien de tel n’a été déposé',
} as const;
