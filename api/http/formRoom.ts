/** How many bytes of forms with files are held at one time. */
export type FormRoom = {
  /** Room for so many; null where there is none now. Whoever took it gives it back once. */
  take(bytes: number): (() => void) | null;
};

/** What one process holds of guests' forms, and of our people's: who has a link takes no room from them. */
const MOST_HELD_BYTES = { guest: 110_000_000, member: 160_000_000, anyone: 0 } as const;

export type FormRooms = Readonly<Record<keyof typeof MOST_HELD_BYTES, FormRoom>>;

export const createFormRooms = (): FormRooms => ({
  guest: createFormRoom(MOST_HELD_BYTES.guest),
  member: createFormRoom(MOST_HELD_BYTES.member),
  anyone: createFormRoom(MOST_HELD_BYTES.anyone),
});

function createFormRoom(mostBytes: number): FormRoom {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > mostBytes) return null;
      held += bytes;
      return () => void (held -= bytes);
    },
  };
}
