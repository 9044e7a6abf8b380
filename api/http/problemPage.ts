import type { RenderProblem } from './showPage';
import { problemTable } from './problems';

/** The plainest page, for a house whose templates are not at hand. Its words hold nothing from outside. */
export const plainProblemPage: RenderProblem = ({ code }, { language }) => {
  const { status, title } = problemTable[code];
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${status}</title></head><body><main><h1>${status}</h1><p lang="en">${title}</p><p><a href="/">Vigie</a></p></main></body></html>`;
};
