import { type Scenario, usualSteps } from '../scenario';

export const ransomware: Scenario = {
  id: 'ransomware',
  fixture: 'ransomware-backup-ok',
  title: { fr: 'Rançongiciel', en: 'Ransomware' },
  about: {
    fr: 'Le serveur de fichiers est chiffré un samedi matin. La sauvegarde est saine ; rien ne montre que des données soient sorties.',
    en: 'The file server is encrypted on a Saturday morning. The backup is sound; nothing shows that data went out.',
  },
  hours: 72,
  facts: {
    looksLike: 'intrusion',
    kind: 'ransomware',
    nature: ['availability'],
    cause: 'external-malicious',
    origin: 'hacking-or-malware',
    persons: null,
    records: null,
    own: true,
  },
  injects: [
    {
      hours: 0,
      kind: 'signal',
      text: {
        fr: 'Les dossiers partagés ne s’ouvrent plus. Chaque dossier contient un fichier qui demande une rançon.',
        en: 'Shared folders no longer open. Each holds a file that asks for a ransom.',
      },
    },
    {
      hours: 1,
      kind: 'told',
      text: {
        fr: 'Le responsable technique : serveur de fichiers chiffré par un rançongiciel, isolé du réseau. Des tables d’appels de clients s’y trouvaient (identification, vie personnelle), et le dossier de notre propre personnel.',
        en: 'The technical manager: file server encrypted by ransomware, cut off from the network. Call tables of clients lay on it (identification, private life), and the files of our own staff.',
      },
    },
    {
      hours: 4,
      kind: 'told',
      text: {
        fr: 'La sauvegarde de la veille est saine. Aucun flux sortant anormal dans les journaux du pare-feu.',
        en: 'The backup of the day before is sound. No unusual outgoing traffic in the firewall’s logs.',
      },
    },
    {
      hours: 10,
      kind: 'told',
      text: {
        fr: 'Un client téléphone : il a lu qu’une attaque vous touche et demande si ses données sont concernées.',
        en: 'A client calls: it has read of an attack on you and asks whether its data are concerned.',
      },
    },
    {
      hours: 20,
      kind: 'told',
      text: {
        fr: 'Restauration terminée, accès rétablis. Les appels de la dernière journée sont à ressaisir.',
        en: 'Restored, access is back. The calls of the last day have to be entered again.',
      },
    },
  ],
  expected: usualSteps,
};
