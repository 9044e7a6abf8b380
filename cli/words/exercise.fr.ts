/** What the command says of exercises. */
export const exercise = {
  'exercise.about': 'répéter une violation sur la même machine',
  'exercise.list.about': 'les scénarios, et les exercices de cette organisation',
  'exercise.run.about': 'commencer un exercice et le suivre ; sans jeton, Vigie le joue dans une organisation à part',
  'exercise.run.pace': 'combien de fois plus vite vont ses horloges, de 1 à 1440',
  'exercise.run.language': 'langue de ce qui est annoncé',
  'exercise.run.agreement': 'contrats qu’il peut toucher',
  'exercise.run.byItself': 'Vigie joue l’équipe, dans une organisation à part',
  'exercise.report.about': 'ce qu’un exercice a montré, étape par étape',
  'exercise.report.pdf': 'l’écrire en PDF dans ce fichier',
  'exercise.column.about': 'ce qui arrive',
  'exercise.column.start': 'début',
  'exercise.column.scenario': 'scénario',
  'exercise.unknown': 'Il n’y a pas de scénario {name}. Il y a : {names}.',
  'exercise.begun': 'EXERCICE {ref} commencé à la cadence {pace} (id {id}). Il continue si vous partez.',
  'exercise.making':
    'Pour cet exercice, une organisation à part est créée sur l’installation en marche, nommée « {name} ».',
  'exercise.aloneAgreement':
    'Une organisation à part n’a aucun de vos contrats : retirez --agreement, ou donnez VIGIE_TOKEN et retirez --by-itself.',
  'exercise.alone': 'EXERCICE dans une organisation à part ({orgId}) : rien n’en figure dans un vrai journal.',
  'exercise.house': 'Exercice',
  'exercise.told': '+{after}  {text}',
  'exercise.done': '      équipe : {what}',
  'exercise.over': 'exercice arrêté',
  'exercise.notice':
    'Notification\u00a0: {how}\u00a0; contacts qui acceptent les exercices, et à qui il a été écrit\u00a0: {told}\u00a0; laissés en paix, faute d’accord\u00a0: {would}.',
  'exercise.case':
    'Notre dossier de responsable ; risque décidé : {risk}. Manquait à la fiche quand l’autorité a été avertie : {first}. Manquait encore à la fin : {last}. Restait à faire : {owed}.',
  'exercise.people': 'Personnes qui ont agi : {acted} ; qui n’ont rien fait : {silent} ; rappels : {reminders}.',
  'exercise.look': 'À voir : {url}, organisation {orgId}, jeton {token}',
} as const;
