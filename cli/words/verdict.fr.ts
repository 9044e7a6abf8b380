/** What a verdict names, as the verifier says it. */
const nouns: Readonly<Record<string, string>> = {
  'the file': 'le fichier',
  'the last line': 'la dernière ligne',
  'the seal': 'le sceau',
  'the header': 'l’en-tête',
  'the notice': 'la notification',
  'a document': 'un document',
  'the checkpoint': 'le point de contrôle',
  'an earlier checkpoint': 'un point de contrôle antérieur',
  'the entry': 'l’écriture',
  'the actor': 'l’auteur',
  'the subject': 'l’objet',
  'the inclusion proof': 'la preuve d’inclusion',
  'a consistency proof': 'une preuve de continuité',
  'a signature of the seal': 'une signature du sceau',
  'a signature of the checkpoint': 'une signature du point de contrôle',
  'a signature of an earlier checkpoint': 'une signature d’un point de contrôle antérieur',
  'the root of the checkpoint': 'la racine du point de contrôle',
  'the root of an earlier checkpoint': 'la racine d’un point de contrôle antérieur',
};

const noun = (english: string): string => {
  const [, field] = /^field (.+)$/.exec(english) ?? [];
  return field === undefined ? (nouns[english] ?? english) : `le champ ${field}`;
};

/** French for why a file is refused or not checked; `$1` and `$2` are what the English names. */
const reasons: readonly [RegExp, string][] = [
  [/^a number has no canonical form$/, 'un nombre n’a pas de forme canonique'],
  [/^a text has no canonical form$/, 'un texte n’a pas de forme canonique'],
  [/^the line is not one JSON object in canonical form$/, 'la ligne n’est pas un seul objet JSON en forme canonique'],
  [/^the line cannot be read$/, 'la ligne ne peut être lue'],
  [/^(.+) does not have the fields (.+)$/, '$1 n’a pas les champs $2'],
  [/^(.+) is not strict base64$/, '$1 : ce n’est pas du base64 strict'],
  [
    /^the key is not an Ed25519 verifier key \(name\+id\+base64\)$/,
    'la clé n’est pas une clé de vérification Ed25519 (nom+id+base64)',
  ],
  [/^(.+) is not a signed note$/, '$1 n’est pas une note signée'],
  [/^(.+) has a line that is no signature$/, '$1 a une ligne qui n’est pas une signature'],
  [/^the signature of (.+) is wrong$/, '$1 : la signature est fausse'],
  [/^(.+) is not signed by (\S+) with this key$/, '$1 n’est pas signé par $2 avec cette clé'],
  [/^(.+) is of (\S+), not of (\S+)$/, '$1 est de $2, et non de $3'],
  [/^(.+) is not in its only form$/, '$1 n’est pas sous sa seule forme'],
  [/^(.+) has no size$/, '$1 n’a pas de taille'],
  [/^(.+) is not a list of hashes$/, '$1 n’est pas une liste d’empreintes'],
  [/^the checkpoint does not reach this entry$/, 'le point de contrôle ne va pas jusqu’à cette écriture'],
  [/^the inclusion proof is too long$/, 'la preuve d’inclusion est trop longue'],
  [/^the inclusion proof does not lead to the checkpoint$/, 'la preuve d’inclusion ne mène pas au point de contrôle'],
  [
    /^an earlier checkpoint is not consistent with the newest$/,
    'un point de contrôle antérieur ne s’accorde pas avec le dernier',
  ],
  [/^the file has no header$/, 'le fichier n’a pas d’en-tête'],
  [
    /^the seal is of another file: something was changed, left out or added$/,
    'le sceau est d’un autre fichier : quelque chose a été changé, omis ou ajouté',
  ],
  [/^the seal has a second signature$/, 'le sceau a une seconde signature'],
  [/^the format is not known$/, 'le format n’est pas connu'],
  [/^only a whole journal can be compared with an earlier one$/, 'seul un journal entier se compare à un plus ancien'],
  [/^the header lacks organisation or instant$/, 'l’en-tête n’a pas d’organisation ou d’instant'],
  [/^the checkpoint hash is not a hash$/, 'l’empreinte du point de contrôle n’en est pas une'],
  [/^the documents are not a list$/, 'les documents ne sont pas une liste'],
  [/^a document has no hash$/, 'un document n’a pas d’empreinte'],
  [/^the envelope carries another checkpoint hash$/, 'l’enveloppe porte l’empreinte d’un autre point de contrôle'],
  [/^the party is neither absent nor named$/, 'le cocontractant n’est ni absent ni nommé'],
  [/^the earlier checkpoints are not a list$/, 'les points de contrôle antérieurs ne sont pas une liste'],
  [
    /^the file does not lead to the checkpoint that was seen$/,
    'le fichier ne mène pas au point de contrôle que vous aviez',
  ],
  [/^an envelope has one line and its seal$/, 'une enveloppe a une ligne et son sceau'],
  [/^seq is not a positive integer$/, 'seq n’est pas un entier positif'],
  [/^entry (\d+) is followed by (.+)$/, 'l’écriture $1 est suivie de $2'],
  [/^the entry is of another organisation$/, 'l’écriture est d’une autre organisation'],
  [/^a fact has the wrong kind$/, 'une donnée n’est pas du bon type'],
  [/^the digest is not that of the fields$/, 'le condensé n’est pas celui des champs'],
  [/^the leaf is not that of the entry$/, 'la feuille n’est pas celle de l’écriture'],
  [/^the first (\d+) are not those of the earlier file$/, 'les $1 premières ne sont pas celles du fichier plus ancien'],
  [/^the fields are not an object$/, 'les champs ne sont pas un objet'],
  [/^the commitment of (field .+) is not a hash$/, '$1 : l’engagement n’est pas une empreinte'],
  [/^the salt of (field .+) is not 32 bytes$/, '$1 : le sel n’a pas 32 octets'],
  [/^(field .+) is not the value that was committed to$/, '$1 n’est pas la valeur engagée'],
  [/^the erasure does not say what it erases$/, 'l’effacement ne dit pas ce qu’il efface'],
  [/^(field .+) of entry (\d+) is still there$/, '$1 de l’écriture $2 est encore là'],
  [/^the checkpoint has (\d+) entries, the file (\d+)$/, 'le point de contrôle a $1 écritures, le fichier $2'],
  [
    /^the earlier file has (\d+) entries: this one is older, or was cut$/,
    'le fichier plus ancien a $1 écritures : celui-ci est antérieur, ou a été coupé',
  ],
  [
    /^the entries do not make the root of the checkpoint$/,
    'les écritures ne donnent pas la racine du point de contrôle',
  ],
  [
    /^(field .+) is missing and no entry says that it was erased$/,
    '$1 manque, et aucune écriture ne dit qu’il a été effacé',
  ],
  [/^the checkpoint that was seen is not a hash$/, 'ce que vous donnez du point de contrôle n’est pas une empreinte'],
  [
    /^the file is cut off: it does not end with a whole line$/,
    'le fichier est coupé : il ne finit pas par une ligne entière',
  ],
  [/^the earlier file is not a whole journal$/, 'le fichier plus ancien n’est pas un journal entier'],
];

/** French for a reason of the verifier; as it is where there is none, such as what the system says of a file. */
export function reasonFr(english: string): string {
  const [, earlier] = /^the earlier file: (.+)$/.exec(english) ?? [];
  if (earlier !== undefined) return `le fichier plus ancien : ${verdictFr(earlier)}`;
  const [pattern, french] = reasons.find(([one]) => one.test(english)) ?? [];
  const found = pattern?.exec(english);
  if (!found || french === undefined) return english;
  return french.replaceAll(/\$(\d)/g, (_all, n: string) => noun(found[Number(n)] ?? ''));
}

/**
 * What the stand-alone verifier says, in French. The verifier itself stays one file that speaks English, to be read and run
 * alone; its words and exit codes are its own.
 */
export function verdictFr(line: string): string {
  const [, place = '', why = ''] = /^REFUSED at (.+?): (.+)\.$/s.exec(line) ?? [];
  if (why !== '') return `REFUSÉ, ${placeFr(place)} : ${reasonFr(why)}.`;
  const [, fault] = /^NOT CHECKED: (.+)$/s.exec(line) ?? [];
  if (fault !== undefined) return `NON VÉRIFIÉ : ${reasonFr(fault)}`;
  const [, format = '', origin = '', body = '', shown = '', missing = '', rest = ''] =
    /^VERIFIED (\S+) of (\S+): (.+); (\d+) values shown, (\d+) (.+)\.$/.exec(line) ?? [];
  if (format === '') return line;
  const gone = rest === 'withheld or erased' ? 'retenues ou effacées' : 'effacées, chacune par une écriture qui le dit';
  return `VÉRIFIÉ ${format} de ${origin} : ${bodyFr(body)} ; ${shown} valeurs montrées, ${missing} ${gone}.`;
}

function placeFr(place: string): string {
  const [, entry, at] = /^entry (\d+) \(line (\d+)\)$/.exec(place) ?? [];
  return entry === undefined ? place.replace(/^line /, 'ligne ') : `écriture ${entry} (ligne ${at})`;
}

function bodyFr(body: string): string {
  const [, entries, size] = /^(\d+) entries under a checkpoint of (\d+)$/.exec(body) ?? [];
  return entries === undefined ? 'enveloppe signée' : `${entries} écritures sous un point de contrôle de ${size}`;
}
