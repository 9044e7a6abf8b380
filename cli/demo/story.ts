import { setTimeout as sleep } from 'node:timers/promises';
import { Ending, exit } from '../shell/exit';
import { instant } from '../shell/show';
import type { Shell } from '../shell/shell';
import type { Values } from '../words/fill';
import { type DemoKey, type Teller, tellerOf } from './words/word';

const LOOK_EVERY_MS = 250;

/** What is told and what is checked. A check that fails ends the story. */
export type Story = {
  text: Teller;
  chapter(key: DemoKey): void;
  say(key: DemoKey, values?: Values): void;
  /** Shows the claim with a tick if it holds. @throws Ending `failed` with the claim and the reason */
  check(holds: boolean, key: DemoKey, values?: Values, reason?: string): void;
  /** Looks again and again until `look` gives something. @throws Ending `failed` with the claim */
  until<T>(look: () => Promise<T | null>, withinMs: number, key: DemoKey, values?: Values): Promise<T>;
  /** An instant in the zone of the story, with its name. */
  at(instantAt: string | number): string;
  checks(): number;
};

export function createStory({ out, language }: Shell, timeZone: string, now: () => Date): Story {
  const text = tellerOf(language);
  const at = (value: string | number) => instant(new Date(value), language, timeZone);
  const clock = () =>
    now().toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, timeZoneName: 'short' });
  let checks = 0;
  const fail = (key: DemoKey, values?: Values, reason?: string): Ending => {
    const claim = text(key, values);
    const message = reason === undefined ? text('failed', { claim }) : text('failed.because', { claim, reason });
    return new Ending(exit.failed, message);
  };
  return {
    text,
    at,
    chapter: (key) => out(`\n${text(key)}`),
    say: (key, values) => out(`  ${clock()}    ${text(key, values)}`),
    check(holds, key, values, reason) {
      if (!holds) throw fail(key, values, reason);
      checks += 1;
      out(`  ${clock()}  ✓ ${text(key, values)}`);
    },
    async until(look, withinMs, key, values) {
      const endMs = now().getTime() + withinMs;
      for (;;) {
        const found = await look();
        if (found !== null) return found;
        if (now().getTime() > endMs)
          throw fail(key, values, text('timeout', { seconds: Math.round(withinMs / 1_000) }));
        await sleep(LOOK_EVERY_MS);
      }
    },
    checks: () => checks,
  };
}
