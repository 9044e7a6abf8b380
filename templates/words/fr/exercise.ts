/** What an exercise tells its team, and that the next one is due. */
export const exercise = {
  'exercise.subject.inject': '{{mark}}Du nouveau : {{reference}}',
  'exercise.subject.due': '{{mark}}L’exercice annuel est à faire avant le {{instant dueAt}}',
  'exercise.title.inject': 'Ce qui est annoncé maintenant',
  'exercise.title.due': 'L’exercice annuel est à faire',
  'exercise.due': 'À faire avant le',
  'exercise.todo.inject':
    'Faites dans Vigie ce que vous feriez si c’était réel. Personne d’extérieur n’est averti, hormis les contacts qui ont accepté d’être éprouvés.',
  'exercise.todo.due':
    'Rien ne prouve qu’une procédure jamais répétée fonctionne. Prévoyez un exercice : il prend une heure, et son rapport est la preuve.',
  'exercise.action': 'Ouvrir l’exercice',
  'exerciseReport.title': 'Rapport d’exercice',
  'exerciseReport.proof':
    'Chaque ligne est calculée d’après le journal, qui porte l’empreinte d’un rapport conclu. Les durées sont celles du temps que l’exercice représente.',
} as const;
