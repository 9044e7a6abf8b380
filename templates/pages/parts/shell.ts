/** Fragments of every page, written as `{{> name}}`. */
export const shellParts = {
  mark: `<svg viewBox="0 0 28 28" aria-hidden="true" focusable="false"><path d="M2 20h24" stroke="currentColor" stroke-width="2.5"/><path d="M7 20a7 7 0 0 1 14 0" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M14 3v5M4.5 8.5l3 3M23.5 8.5l-3 3" stroke="#ffbf1f" stroke-width="2.5" stroke-linecap="round"/></svg>`,
  head: `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{{title}}</title>
<link rel="stylesheet" href="{{link stylesheet}}">
</head>`,
} as const;
