/** What the command says of exercises. */
export const exercise = {
  'exercise.about': 'rehearse a breach on the same machine',
  'exercise.list.about': 'scenarios, and the exercises of this organisation',
  'exercise.run.about': 'begin an exercise and follow it; without a token Vigie plays it in an organisation of its own',
  'exercise.run.pace': 'how many times faster its clocks run, 1 to 1440',
  'exercise.run.language': 'language of what is told',
  'exercise.run.agreement': 'agreements that it may touch',
  'exercise.run.byItself': 'Vigie plays the team, in an organisation of its own',
  'exercise.report.about': 'what an exercise has shown, step by step',
  'exercise.report.pdf': 'write it as PDF to this file',
  'exercise.column.about': 'what happens',
  'exercise.column.start': 'start',
  'exercise.column.scenario': 'scenario',
  'exercise.unknown': 'There is no scenario {name}. There are: {names}.',
  'exercise.begun': 'EXERCISE {ref} has begun at pace {pace} (id {id}). It goes on if you leave.',
  'exercise.making': 'For this exercise an organisation of its own is made on the running Vigie, named “{name}”.',
  'exercise.aloneAgreement':
    'In an organisation of its own there are none of your agreements: leave out --agreement, or set VIGIE_TOKEN and leave out --by-itself.',
  'exercise.alone': 'EXERCISE in an organisation of its own ({orgId}): nothing of it stands in a real journal.',
  'exercise.house': 'Exercise',
  'exercise.told': '+{after}  {text}',
  'exercise.done': '      team: {what}',
  'exercise.over': 'exercise stopped',
  'exercise.notice':
    'Notice: {how}; contacts that agreed to be tested, and were written to: {told}; left alone, as they did not: {would}.',
  'exercise.case':
    'Our controller’s case; risk decided: {risk}. Lacking in the record when the authority was told: {first}. Still lacking at the end: {last}. Left to do: {owed}.',
  'exercise.people': 'People who acted: {acted}; who did nothing: {silent}; reminders: {reminders}.',
  'exercise.look': 'Look at it: {url}, organisation {orgId}, token {token}',
} as const;
