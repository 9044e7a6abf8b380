import type { DemoKey } from './word';

export const fr: Record<DemoKey, string> = {
  title: 'Vigie, montrée sur le système en marche à {url}',
  house:
    'Deux organisations à part, le sous-traitant « {name} » et le responsable de traitement « {controller} » : rien de ceci n’entre dans votre journal. Les courriels sont interceptés, personne au-dehors n’est prévenu.',
  'org.name': 'Prestataire de démonstration',

  '1': '1. Deux contrats',
  '1.reference':
    'le contrat de référence {reference} de {controller} est inscrit : {hours} h pour notifier une violation',
  '1.short':
    'de même {reference} de {controller} : {seconds} secondes, et ce qui est connu part seul {margin} secondes avant',

  '1.tied':
    '{controller} tient ses propres dossiers dans cette installation : chaque côté y a consenti et a nommé l’autre par sa clé publique',
  '1.reason': 'Les clés ont été comparées au téléphone.',

  '2': '2. Un incident sous le contrat court, et personne n’agira',
  '2.text': 'Export inhabituel de la base des entretiens pendant la nuit.',
  '2.signal': 'un outil de détection signale : le déclarant a le numéro {ref}',
  '2.triage': 'l’astreinte commence l’enquête ; la responsable d’incident déclare {ref}',
  '2.basis': 'Un compte que personne n’utilisait a lu 310 fiches d’entretien.',
  '2.why': 'Les fiches exportées contiennent noms et numéros de téléphone.',
  '2.aware': 'l’astreinte consigne la prise de connaissance : {at}',
  '2.opened': 'une notification à un responsable de traitement s’ouvre d’elle-même, référence {reference}',
  '2.due': 'son échéance est exactement {seconds} secondes plus tard : {due}',

  '3': '3. Pendant ce temps : les quatre incidents du jeu d’essai, décalés pour que la dernière alerte soit maintenant',
  '3.known': '{key} : alerte {at}, {ref}',
  '3.first': 'Premier examen : les faits décrits sont confirmés.',
  '3.basis': 'Un dommage aux personnes est probable.',
  '3.why': 'Des données du contrat s’y trouvaient.',
  '3.gap': 'Le destinataire n’a répondu que le soir.',
  '3.late': 'l’échéance était passée depuis {time} : ce qui est connu est parti aussitôt, et dit son retard',
  '3.detected': 'confidentialité : le délai court de la détection, non de la prise de connaissance, plus tardive',
  '3.complete': 'une notification complémentaire donne c, d et e : plus rien n’est à venir',
  '3.phased':
    'une notification complémentaire dit ce qui est connu ; le nombre de personnes est à venir, au plus tard {eta}',
  '3.dismissed':
    'pas de violation : clos comme événement, avec son motif ; aucun responsable de traitement n’est dérangé, et le journal le garde',
  '3.dismiss': 'Balayage de ports vu par le pare-feu, aucun accès obtenu.',
  '3.told': 'la direction et le délégué à la protection des données ont été prévenus des trois aussitôt',
  '3.persons': '{persons} bénéficiaires du dispositif, {records} enregistrements ({data}).',
  '3.consequences': 'Aucune conséquence connue ; le destinataire est tenu au secret et a supprimé le fichier.',
  '3.consequences.a': 'Service interrompu quelques heures ; rien n’indique une sortie de données.',
  '3.measures.none': 'Le destinataire a confirmé la suppression par écrit.',
  '3.measure': '{what} ({by}).',

  '4': '4. Personne n’agit : les rappels',
  '4.reminded': 'à {percent} % du temps ({at}), rappel à {roles}',

  '5': '5. Personne n’a envoyé : la notification conservatoire',
  '5.waiting': 'attente jusqu’à {at} …',
  '5.left': 'elle est partie seule à {at}, {left} avant l’échéance, marquée comme automatique',
  '5.caught':
    'le courriel au responsable de traitement est dans la boîte : « {subject} ». Son état est CAUGHT (intercepté), jamais SENT : aucun relais n’est réglé',
  '5.scope': 'elle ne nomme ni l’autre responsable de traitement ni ses incidents',
  '5.journal':
    'chaque rappel et chaque résultat d’envoi est une écriture du journal ({reminded} et {outcomes}) : l’absence de réaction s’y lit',

  '6': '6. Une personne en sait plus : la notification complémentaire',
  '6.c': '310 personnes enquêtées, 310 enregistrements : noms et numéros de téléphone.',
  '6.d': 'Des appels frauduleux sont possibles ; les réponses elles-mêmes sont pseudonymisées.',
  '6.e': 'Le compte est fermé, les sessions sont closes, l’export est bloqué.',
  '6.sent': 'la version {n} est partie à {at}, avec ce qui change depuis la version {before}',
  '6.complete': 'plus rien n’est à venir : le contenu est COMPLETE',

  '7': '7. Le responsable de traitement accuse réception, sans compte',
  '7.link': 'le lien est dans le courriel intercepté',
  '7.get': 'ouvrir la page ne change rien : des analyseurs ouvrent les liens',
  '7.name': 'Charlie Épreuve',
  '7.function': 'Délégué à la protection des données',
  '7.acked': 'accusé de réception de la version {n} par {name} à {at}',
  '7.repeat': 'un second clic n’est pas un second accusé',

  '8': '8. L’autre côté : le responsable de traitement a son propre dossier',
  '8.opened':
    'la notification signée a ouvert {ref} d’elle-même : reçue à {at}, à l’instant où elle a quitté le sous-traitant',
  '8.clock': 'ses propres 72 heures pour notifier l’autorité courent donc, jusqu’au {due}',
  '8.supplement': 'la version {n} a rejoint le même dossier',
  '8.apart':
    'son journal n’a que ses propres écritures : ce qui lui a été remis, rien des autres clients du sous-traitant',

  '9': '9. Le responsable de traitement décide : risque, autorité, personnes',
  '9.proposed': 'le score ENISA est {score} : Vigie propose « {risk} » et ne décide rien',
  '9.advice':
    'Des numéros de téléphone en des mains inconnues, par malveillance : je conseille d’informer les personnes.',
  '9.decided':
    'le DPO a conseillé par écrit ; la direction a décidé « {risk} », donc l’autorité et les personnes sont informées',
  '9.missing': 'le formulaire de l’autorité dit ce qui manque encore à une notification initiale ({count}) : {labels}',
  '9.ready': 'une fois cela écrit, rien ne manque ; {open} champs restent pour la complémentaire',
  '9.filed': 'déposée à la CNIL par une personne, récépissé {receipt}, {left} avant l’échéance',
  '9.message':
    'Votre fiche d’entretien a été lue par un inconnu. Elle contient votre nom et votre numéro de téléphone.',
  '9.persons': 'le message aux personnes est écrit et figé mot pour mot ({hash}…)',

  '10': '10. Les deux côtés se parlent, chacun dans son journal',
  '10.question': 'Les mots de passe des enquêteurs s’y trouvaient-ils aussi ?',
  '10.asked':
    'le responsable de traitement demande dans son dossier ; la question est à la notification du sous-traitant : « {text} »',
  '10.answer': 'Non. Noms et numéros de téléphone seulement.',
  '10.answered': 'le sous-traitant répond ; la réponse est au dossier : « {text} »',
  '10.measure': 'Fermer deux jours l’accès de tous les partenaires à la base des entretiens.',
  '10.proposed': 'le sous-traitant consulte le responsable de traitement avant d’agir : « {text} »',
  '10.agreed': '{name} donne son accord au dossier ; la notification le dit',
  '10.journals': 'chacun des {count} actes est une écriture des deux journaux, chaque côté ayant écrit la sienne',

  '11': '11. Le registre du responsable de traitement (RGPD, art. 33, § 5)',
  '11.row': '{ref} y a sa ligne, {count} colonnes, remplie par ce qui a été fait ; aussi en CSV, XLSX et PDF',
  '11.filled': 'aucune colonne n’est vide : ce que nul ne sait est dit non déterminé',

  '12': '12. Ce que ce responsable de traitement peut voir : l’extrait',
  '12.written': '{file} : {entries} écritures, {bytes} octets',
  '12.verified': 'chaque écriture montrée est prouvée dans le journal signé',
  '12.scope': 'le nom, le courriel et les incidents de l’autre responsable de traitement n’y sont pas',

  '13': '13. Le journal le prouve',
  '13.exported': '{file} : tout le journal, {bytes} octets',
  '13.verified': 'vigie verify : {summary}',
  '13.flipped': 'une lettre changée dans une copie : vigie verify la refuse ({reason})',
  '13.key': 'avec une clé qui n’a rien signé ici, il la refuse aussi',
  '13.theirs': 'le journal du responsable de traitement aussi, sous sa propre clé ; vigie verify : {summary}',

  look: 'À regarder (les liens demandent le jeton, valable une semaine)',
  'look.ours': 'les pages du sous-traitant s’ouvrent avec son jeton',
  'look.theirs': 'celles du responsable de traitement avec le sien',
  'look.incident': 'l’incident            ',
  'look.notice': 'la notification       ',
  'look.case': 'le dossier            ',
  'look.sheet': 'la fiche de l’autorité',
  'look.register': 'le registre           ',
  'look.token': 'jeton                  {token}',

  end: 'Fait en {seconds} s : {count} vérifications, toutes tenues.',
  failed: 'Ceci n’a pas tenu : {claim}',
  'failed.because': 'Ceci n’a pas tenu : {claim}\n  {reason}',
  timeout: 'non vu en {seconds} s',
};
