import { expect, it } from '@jest/globals';
import { toTheSecond } from '../../../api/pages/story';
import type { StoryLine } from '../../../templates/pages/parts/story';

const line = (at: string): StoryLine => ({
  seq: 1,
  at,
  day: null,
  sameMinute: false,
  recordedAt: at,
  tone: 'plain',
  title: '',
  details: [],
  changes: [],
  by: '',
  lateRecord: false,
});

it('lines of one minute that follow each other are told to the second, others to the minute', () => {
  const ats = ['2026-05-13T09:22:01Z', '2026-05-13T09:21:40Z', '2026-05-13T09:21:05Z', '2026-05-13T09:19:05Z'];
  expect(toTheSecond(ats.map(line)).map(({ sameMinute }) => sameMinute)).toEqual([false, true, true, false]);
});
