import type { Said } from '../words/word';

export type RegisterTab = { href: string; label: Said; current: boolean };

/** Where one is, what it is called, and the other registers. Asks `title` and `tabs` of the view. */
export const registerHead = `<p class="crumb"><a href="{{o "/journal"}}">{{w "nav.journal"}}</a> › {{w "register.title"}}</p>
<h1>{{say title}}</h1>
<nav class="tabs" aria-label="{{w "register.tabs"}}"><ul>{{#each tabs}}<li><a href="{{o href}}"{{#if current}} aria-current="page"{{/if}}>{{say label}}</a></li>{{/each}}</ul></nav>`;
