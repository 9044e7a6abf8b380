import { durationWords } from './duration';
import { phrase, type Said, type Word } from '../words/word';
import { type Html, template } from './engine';
import type { Frame, MemberFrame, NavName } from './frame';

export type Content = {
  /** State and object first: it is what a tab and a screen reader say. */
  title: Said;
  main: Html;
  /** A "next action" bar is on the page: phones leave room for it below. */
  hasNext?: boolean;
  narrow?: boolean;
  /** A form came back with faults: the title says so first. */
  failed?: boolean;
};

const navigation: readonly { name: NavName; path: string; label: Word }[] = [
  { name: 'now', path: '', label: 'nav.now' },
  { name: 'incidents', path: '/incidents', label: 'nav.incidents' },
  { name: 'cases', path: '/cases', label: 'nav.cases' },
  { name: 'agreements', path: '/agreements', label: 'nav.agreements' },
  { name: 'journal', path: '/journal', label: 'nav.journal' },
  { name: 'mailbox', path: '/mailbox', label: 'nav.mailbox' },
];

/**
 * A form in which text may have been typed: the language switch sends it too, so that it comes back in the other
 * language with everything in it. The button before the switch is the form's default: Enter sends, and never switches.
 */
const SHEET = '<form id="sheet"';

const member = template<object>(`<!DOCTYPE html>
<html lang="{{language}}">
{{> head}}
<body{{#if hasNext}} class="has-next"{{/if}}>
<a class="skip" href="#contenu">{{w "shell.skip"}}</a>
<header class="bar">
<div class="bar-in">
<a class="brand" href="{{o ""}}">{{> mark}}<span>Vigie</span></a>
<div class="who"><span class="wide">{{organisation}}</span><span><span class="vh">{{w "shell.hour"}}</span>{{pageTime "hour"}}</span><span class="wide">{{reader}}</span>
{{#if hasSheet}}<button class="vh" type="submit" form="sheet" tabindex="-1" aria-hidden="true">{{w "form.send"}}</button><button class="plain" type="submit" form="sheet" name="_language" value="{{other.code}}" lang="{{other.code}}">{{other.name}}</button>{{else}}<form method="post" action="/language"><input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="back" value="{{here}}"><button class="plain" type="submit" name="language" value="{{other.code}}" lang="{{other.code}}">{{other.name}}</button></form>{{/if}}
<a class="alert" href="{{o "/signal"}}">{{w "shell.signal"}}</a></div>
<nav class="nav" aria-label="{{w "shell.main"}}"><ul>{{#each links}}<li><a href="{{o path}}"{{#if here}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>
</div>
</header>
{{#if caught}}<aside class="caught" aria-label="{{w "shell.caughtLabel"}}"><p><strong>{{w "shell.caught"}}</strong> {{w "shell.caughtWhy"}} <a href="{{o "/mailbox"}}">{{w "shell.caughtLink"}}</a></p></aside>
{{/if}}{{#if untested}}<aside class="caught" aria-label="{{w "shell.untestedLabel"}}"><p><strong>{{w "shell.untested"}}</strong> {{w "shell.untestedWhy"}}{{#if untested.mayTest}} <a href="{{o "/relay"}}">{{w "shell.untestedLink"}}</a>{{/if}}</p></aside>
{{/if}}{{#if drill}}<aside class="caught" aria-label="{{w "exercises.bannerLink"}}"><p><strong>{{w "exercises.banner"}}</strong> {{w "exercises.bannerWhy"}}{{#if drill.pace}} {{say drill.pace}} <a href="{{o drill.path}}">{{w "exercises.bannerLink"}}</a>{{/if}}</p></aside>
{{/if}}<main id="contenu"{{#if narrow}} class="narrow"{{/if}}>
<div class="stack">
{{main}}
</div>
</main>
<footer class="foot"><div><span>{{reader}}, {{organisation}}</span><a href="{{o "/exercises"}}">{{w "exercises.title"}}</a><a href="{{o "/members"}}">{{w "members.title"}}</a>{{#if hasTokens}}<a href="{{o "/tokens"}}">{{w "shell.tokens"}}</a>{{/if}}<span>{{w "shell.accessibility"}}</span><form method="post" action="/leave"><input type="hidden" name="_csrf" value="{{csrf}}"><button class="plain" type="submit">{{w "shell.leave"}}</button></form></div></footer>
</body>
</html>
`);

const outside = template<object>(`<!DOCTYPE html>
<html lang="{{language}}">
{{> head}}
<body class="out">
<a class="skip" href="#contenu">{{w "shell.skip"}}</a>
<header class="bar">
<div class="bar-in"><span class="brand">{{> mark}}<span>{{sender}}</span></span></div>
</header>
<main id="contenu" class="narrow">
<div class="stack">
{{main}}
</div>
</main>
{{#unless isOurs}}<footer class="foot"><div><span>{{w "shell.sentWith" sender=sender}}</span></div></footer>
{{/unless}}</body>
</html>
`);

export function memberPage(
  frame: MemberFrame,
  { title, main, hasNext = false, narrow = false, failed = false }: Content,
) {
  const open = navigation.filter(({ name }) => !frame.closed.includes(name));
  const links = open.map(({ name, path, label }) => ({
    path,
    label: { key: label },
    here: name === frame.current,
  }));
  const other = frame.language === 'fr' ? { code: 'en', name: 'English' } : { code: 'fr', name: 'Français' };
  const hasSheet = main.toString().includes(SHEET);
  const hasTokens = !frame.closed.includes('tokens');
  const view = {
    ...frame,
    drill: drillOf(frame),
    links,
    other,
    hasTokens,
    hasSheet,
    main,
    hasNext,
    narrow,
    title: titleOf(frame, title, failed),
  };
  return member(frame, view).toHTML();
}

/** What a second stands for is said on every page of an exercise: the hours on it are those of the wall. */
function drillOf({ exercise = null, language }: MemberFrame) {
  if (exercise === null || exercise.pace === null) return exercise;
  const { path, pace } = exercise;
  const length = durationWords(pace * 1_000, language);
  return { path, pace: { key: 'exercises.bannerPace' as const, values: { pace: String(pace), length } } };
}

/** Name in the place of a sender on a page that nobody sent: the entrance, what went wrong. */
const OURS = 'Vigie';

/** A page for somebody without an account: no navigation, the sender's name in place of ours. */
export function outsidePage(frame: Frame, sender: string, { title, main, failed = false }: Content): string {
  const view = { ...frame, sender, isOurs: sender === OURS, main, title: titleOf(frame, title, failed, sender) };
  return outside(frame, view).toHTML();
}

function titleOf({ language }: Frame, title: Said, failed: boolean, site = 'Vigie'): string {
  const words = `${phrase(language, title)} · ${site}`;
  return failed ? `${phrase(language, { key: 'form.errorTitle' })} ${words}` : words;
}
