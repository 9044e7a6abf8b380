/**
 * Inline, since mail programs drop style sheets. No colour is set on text or page: each program's own light or dark
 * pair stays, so contrast never depends on us; weight, rules and frames carry the meaning.
 */
const face = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Verdana,sans-serif";

export const styles = {
  body: `margin:0;padding:0;${face};font-size:16px;line-height:1.5`,
  main: 'max-width:42em;margin:0 auto;padding:16px',
  mark: 'margin:0 0 16px;padding:8px;border:3px double;text-align:center;font-weight:bold;letter-spacing:.1em',
  h1: 'font-size:24px;line-height:1.25;margin:4px 0 16px',
  h2: 'font-size:18px;line-height:1.3;margin:28px 0 8px;padding-top:12px;border-top:1px solid',
  h3: 'font-size:16px;margin:16px 0 4px',
  p: 'margin:0 0 12px',
  small: 'margin:0 0 12px;font-size:14px;overflow-wrap:anywhere',
  note: 'margin:0 0 12px;padding:8px 12px;border-left:4px solid',
  strong: 'margin:0 0 12px;padding:8px 12px;border:2px solid;border-left-width:8px;font-weight:bold',
  ul: 'margin:0 0 12px;padding-left:24px',
  li: 'margin:0 0 4px',
  dl: 'margin:0 0 12px',
  dt: 'margin:8px 0 0;font-weight:bold',
  dd: 'margin:0 0 0 16px;overflow-wrap:anywhere',
  table: 'width:100%;border-collapse:collapse;margin:0 0 12px',
  th: 'text-align:left;vertical-align:top;padding:6px 8px 6px 0;border-bottom:2px solid',
  td: 'text-align:left;vertical-align:top;padding:6px 8px 6px 0;border-bottom:1px solid;overflow-wrap:anywhere',
  button: 'display:inline-block;padding:12px 20px;border:2px solid;font-weight:bold',
  hr: 'margin:28px 0 12px;border:0;border-top:1px solid',
} as const;
