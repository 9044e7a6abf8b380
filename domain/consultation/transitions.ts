/** Where a protective measure stands that processor and controller decide together (duty S3-05, domain rules 7.4). */
export type MeasureState = 'PROPOSED' | 'AGREED' | 'OBJECTED' | 'CHANGED' | 'TAKEN_URGENTLY';

export type MeasureAct = 'propose' | 'agree' | 'object' | 'change' | 'takeUrgently';

/** `NONE`: nobody has spoken of it yet. What is not in the table is refused: a word that was given is not taken back here. */
export const measureTransitions: readonly { from: MeasureState | 'NONE'; on: MeasureAct; to: MeasureState }[] = [
  { from: 'NONE', on: 'propose', to: 'PROPOSED' },
  { from: 'NONE', on: 'takeUrgently', to: 'TAKEN_URGENTLY' },
  { from: 'PROPOSED', on: 'agree', to: 'AGREED' },
  { from: 'PROPOSED', on: 'object', to: 'OBJECTED' },
  { from: 'PROPOSED', on: 'change', to: 'CHANGED' },
  { from: 'PROPOSED', on: 'takeUrgently', to: 'TAKEN_URGENTLY' },
];

export const moveMeasure = (from: MeasureState | 'NONE', on: MeasureAct): MeasureState | null =>
  measureTransitions.find((row) => row.from === from && row.on === on)?.to ?? null;

export const allowedOn = (from: MeasureState | 'NONE'): MeasureAct[] =>
  measureTransitions.filter((row) => row.from === from).map(({ on }) => on);
