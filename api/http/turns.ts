/** How many streams are read at one time. */
export type Turns = { take(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> | null };

/** Gives out so many turns; null for who has to come again. A turn ends with its stream, or with whoever reads it. */
export function createTurns(most: number): Turns {
  let taken = 0;
  return {
    take(source) {
      if (taken >= most) return null;
      taken += 1;
      return counted(source);
    },
  };

  async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      yield* source;
    } finally {
      taken -= 1;
    }
  }
}
