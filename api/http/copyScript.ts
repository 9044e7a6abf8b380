import { createHash } from 'node:crypto';

/**
 * Puts a button behind each `[data-copy]` (its value is the button's name) where the browser has a clipboard; without it, or
 * without scripts, the page is as it was. Words come with the page: `data-verb`, `data-done` and `data-failed` of the element `copied`, which
 * says aloud what came of it.
 */
export const COPY_SCRIPT = `(() => {
  const said = document.getElementById('copied');
  if (!said || !navigator.clipboard || !navigator.clipboard.writeText) return;
  for (const value of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy noprint';
    button.textContent = said.dataset.verb;
    button.setAttribute('aria-label', said.dataset.verb + ' ' + value.dataset.copy);
    const tell = (word) => {
      button.textContent = word;
      button.setAttribute('aria-label', word + ' ' + value.dataset.copy);
      said.textContent = word + ' ' + value.dataset.copy;
    };
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(value.textContent).then(() => tell(said.dataset.done), () => tell(said.dataset.failed));
    });
    value.after(' ', button);
  }
})();
`;

const HASH_LENGTH = 16;
const hash = createHash('sha256').update(COPY_SCRIPT).digest('hex').slice(0, HASH_LENGTH);

/** Names its bytes, as the stylesheet's does. */
export const COPY_SCRIPT_URL = `/copy.${hash}.js`;
