/** Text messages: signs of the GSM alphabet, short enough for one message with the longest link. */
export const short = {
  'sms.breach': 'violation de données, avis {{reference}} v{{version}} : {{link}}',
  'sms.withdrawal': 'avis {{reference}} retiré (v{{version}}) : {{link}}',
  'sms.report': 'incident signalé, {{reference}} v{{version}} : {{link}}',
  'sms.vulnerability': 'vulnérabilité avérée, {{reference}} : {{link}}',
  'sms.transfer': 'transfert de données, {{reference}} : {{link}}',
  'sms.test': 'ESSAI, aucune violation. Confirmez SVP : {{link}}',
} as const;
