import type { DemoKey } from './word';

export const fr: Record<DemoKey, string> = {
  title: 'Vigie, montrée sur le système en marche à {url}',
  house:
    'Une organisation à part, « {name} » ({orgId}) : rien de ceci n’entre dans votre journal. Les courriels sont interceptés, personne au-dehors n’est prévenu.',
  'org.name': 'Démonstration',

  '1': '1. Deux contrats',
  '1.reference':
    'le contrat de référence {reference} de {controller} est inscrit : {hours} h pour notifier une violation',
  '1.short':
    'de même {reference} de {controller} : {seconds} secondes, et ce qui est connu part seul {margin} secondes avant',

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

  '8': '8. Ce que ce responsable de traitement peut voir : l’extrait',
  '8.written': '{file} : {entries} écritures, {bytes} octets',
  '8.verified': 'chaque écriture montrée est prouvée dans le journal signé',
  '8.scope': 'le nom, le courriel et les incidents de l’autre responsable de traitement n’y sont pas',

  '9': '9. Le journal le prouve',
  '9.exported': '{file} : tout le journal, {bytes} octets',
  '9.verified': 'vigie verify : {summary}',
  '9.flipped': 'une lettre changée dans une copie : vigie verify la refuse ({reason})',
  '9.key': 'avec une clé qui n’a rien signé ici, il la refuse aussi',

  end: 'Fait en {seconds} s : {count} vérifications, toutes tenues.',
  'end.look': 'À regarder : {url}  organisation {orgId}  jeton {token} (une semaine)',
  failed: 'Ceci n’a pas tenu : {claim}',
  'failed.because': 'Ceci n’a pas tenu : {claim}\n  {reason}',
  timeout: 'non vu en {seconds} s',
};
