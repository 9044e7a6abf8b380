import type { RenderEntrance } from './entrance';

const WORDS = {
  fr: {
    title: 'Entrer dans Vigie',
    label: 'Jeton',
    hint: 'Celui du premier démarrage, ou donné par la direction.',
    go: 'Entrer',
    refused: 'Ce jeton n’ouvre rien.',
    wait: 'Trop d’essais. Attendez une minute.',
  },
  en: {
    title: 'Enter Vigie',
    label: 'Token',
    hint: 'The one of the first start, or given by management.',
    go: 'Enter',
    refused: 'This token opens nothing.',
    wait: 'Too many attempts. Wait a minute.',
  },
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const hidden = (form: Readonly<Record<string, string>>): string =>
  Object.entries(form)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');

/** Asks for a token. Nothing of what was typed is shown again. */
export const plainEntrance: RenderEntrance = ({ language, csrf, formKey, query, refusal }, kept) => {
  const words = WORDS[language];
  const told = refusal === null ? null : refusal.error.code === 'attempts.exceeded' ? words.wait : words.refused;
  const fault = told === null ? '' : `<p class="err" id="fault">${told}</p>`;
  const marks = told === null ? '' : ' aria-invalid="true" aria-describedby="fault"';
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title><link rel="stylesheet" href="/vigie.css"></head>
<body><main><h1>${words.title}</h1>${fault}
<form method="post" action="${kept === null ? '/enter' : escape(kept.action)}">
${hidden(kept?.form ?? { ...(typeof query['to'] === 'string' && { to: query['to'] }), _key: formKey })}<input type="hidden" name="_csrf" value="${csrf}">
<p><label for="token">${words.label}</label> <span>${words.hint}</span>
<input id="token" name="${kept === null ? 'token' : '_token'}" type="password" autocomplete="off" required${marks}></p>
<p><button>${words.go}</button></p></form></main></body></html>`;
};
