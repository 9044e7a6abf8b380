/** Whose form it is (a secret that only their browser holds), on which page, and under which key. */
export type FormPlace = { secret: string; path: string; key: string };

/** Forms that were not obeyed, so that one can go back to them. Only their sender opens them; they end by themselves. */
export type KeptForms = {
  keep(place: FormPlace, text: string): Promise<void>;
  find(place: FormPlace): Promise<string | null>;
  drop(place: FormPlace): Promise<void>;
};
