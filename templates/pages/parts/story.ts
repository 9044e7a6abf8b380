import type { Said } from '../words/word';
import type { Change } from './changes';

/** One entry of the journal as a line of the story: fact time on the rail, record time under the text. */
export type StoryLine = {
  seq: number;
  at: string;
  /** Its day, where the hour is not known. */
  day: string | null;
  /** A neighbour is of the same minute: the seconds say which was first. */
  sameMinute: boolean;
  recordedAt: string;
  /** `key` decides, `fix` corrects, `plain` adds. */
  tone: 'key' | 'fix' | 'plain';
  title: Said;
  details: readonly Said[];
  /** What it put, or asks to put, in place of something else. */
  changes: readonly Change[];
  by: Said;
  /** Recorded so much later that the reader should know. */
  lateRecord: boolean;
};

/** Fragments that templates write as `{{> name}}`. */
export const storyParts = {
  story: `<ol class="line">{{#each story}}<li{{#if (is tone "key")}} class="key"{{/if}}{{#if (is tone "fix")}} class="fix"{{/if}} id="e{{seq}}"><div class="when">{{#if day}}<span>{{calendar day}}</span>{{else}}{{time at "hour"}}{{#if sameMinute}}<span>{{time at "second"}}</span>{{/if}}<span>{{time at "day"}}</span>{{/if}}</div><div><p>{{#if (is tone "plain")}}{{say title}}{{else}}<strong>{{say title}}</strong>{{/if}}</p>{{> moves}}{{#each details}}<p class="said">{{say this}}</p>{{/each}}<p class="rec">{{w "story.recorded"}} {{time recordedAt "hour"}}{{#if lateRecord}}, {{between at recordedAt}} {{w "story.after"}}{{/if}} · {{say by}} · {{w "story.entry" seq=seq}}</p></div></li>{{/each}}</ol>`,
} as const;
