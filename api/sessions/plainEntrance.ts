import type { RenderEntrance } from './pages';

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

/** Asks for a token. Nothing of what was typed is shown again. */
export const plainEntrance: RenderEntrance = ({ language, csrf, formKey, refusal }) => {
  const words = WORDS[language];
  const told = refusal === null ? null : refusal.error.code === 'attempts.exceeded' ? words.wait : words.refused;
  const fault = told === null ? '' : `<p class="err" id="fault">${told}</p>`;
  const marks = told === null ? '' : ' aria-invalid="true" aria-describedby="fault"';
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title><link rel="stylesheet" href="/vigie.css"></head>
<body><main><h1>${words.title}</h1>${fault}
<form method="post" action="/enter">
<input type="hidden" name="_csrf" value="${csrf}"><input type="hidden" name="_key" value="${formKey}">
<p><label for="token">${words.label}</label> <span>${words.hint}</span>
<input id="token" name="token" type="password" autocomplete="off" required${marks}></p>
<p><button>${words.go}</button></p></form></main></body></html>`;
};
