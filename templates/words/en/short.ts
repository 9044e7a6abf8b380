import type { short as french } from '../fr/short';

/** Text messages: signs of the GSM alphabet, short enough for one message with the longest link. */
export const short: Record<keyof typeof french, string> = {
  'sms.breach': 'data breach, notice {{reference}} v{{version}}: {{link}}',
  'sms.withdrawal': 'notice {{reference}} withdrawn (v{{version}}): {{link}}',
  'sms.report': 'incident reported, {{reference}} v{{version}}: {{link}}',
  'sms.vulnerability': 'vulnerability proved, {{reference}}: {{link}}',
  'sms.transfer': 'transfer of data, {{reference}}: {{link}}',
  'sms.test': 'TEST, no breach. Please confirm: {{link}}',
};
