/** Renders documents; owned by `templates/` behind this port. Its catalogue gives each template its data. */
export type Texts = Record<string, never>;
