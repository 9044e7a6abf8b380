import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { Said } from './words/word';

export type MailLine = { id: string; at: string; to: string; subject: string };

export type MailboxView = {
  lines: readonly MailLine[];
  older: string | null;
  /** Whether this reader may test the relay. */
  mayTest: boolean;
};

/** `links` are those of the mail's text: usable here, as its reader would use them. */
export type MailView = MailLine & {
  from: string;
  text: string;
  links: readonly string[];
  /** The secrets of personal links are left out for this reader. */
  masked: boolean;
  attachments: readonly { name: string; href: string; size: Said }[];
};

const list = template<object>(`<h1>{{w "mailbox.title"}}</h1><p class="measure">{{w "mailbox.lead"}}</p>
{{#if mayTest}}<p class="noprint"><a href="{{o "/relay"}}">{{w "mailbox.relay"}}</a></p>
{{/if}}{{#if lines.length}}<div class="t"><table class="stacked" role="table"><caption>{{count lines.length "mailbox.caption" "mailbox.captions"}}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{w "mailbox.subject"}}</th><th scope="col" role="columnheader">{{w "mailbox.to"}}</th><th scope="col" role="columnheader">{{w "mailbox.at"}}</th></tr></thead>
<tbody role="rowgroup">{{#each lines}}<tr role="row"><th scope="row" role="rowheader"><a href="{{o (join "/mailbox/" id)}}">{{subject}}</a></th><td role="cell" data-label="{{w "mailbox.to"}}">{{to}}</td><td role="cell" data-label="{{w "mailbox.at"}}">{{time at "plain"}}</td></tr>{{/each}}</tbody></table></div>
{{else}}<p class="empty">{{w "mailbox.none"}}</p>{{/if}}
{{#if older}}<nav class="row" aria-label="{{w "list.pages"}}"><a class="btn" href="{{o older}}">{{w "list.older"}}</a></nav>{{/if}}`);

const one =
  template<object>(`<p class="crumb"><a href="{{o "/mailbox"}}">{{w "nav.mailbox"}}</a></p><h1>{{subject}}</h1>
<dl class="strip"><div><dt>{{w "mailbox.to"}}</dt><dd>{{to}}</dd></div><div><dt>{{w "mailbox.from"}}</dt><dd>{{from}}</dd></div><div><dt>{{w "mailbox.at"}}</dt><dd>{{time at "full"}}</dd></div></dl>
<div class="cols"><article class="paper"><p class="letter-text">{{text}}</p></article>
<div class="stack"><section class="card" aria-labelledby="l-h"><h2 id="l-h">{{w "mailbox.links"}}</h2>{{#if links.length}}<ul class="list stack-s">{{#each links}}<li><a href="{{link this}}" rel="noreferrer">{{this}}</a></li>{{/each}}</ul>{{else}}<p class="muted">{{w "mailbox.noLinks"}}</p>{{/if}}{{#if masked}}<p class="muted">{{w "mailbox.masked"}}</p>{{/if}}</section>
{{#if attachments.length}}<section class="card" aria-labelledby="a-h"><h2 id="a-h">{{w "mailbox.attachments"}}</h2><ul class="list stack-s">{{#each attachments}}<li><a href="{{o href}}">{{name}}</a> <span class="muted">{{say size}}</span></li>{{/each}}</ul></section>{{/if}}
<p class="note near">{{w "mailbox.caught"}}</p></div></div>`);

export const mailboxPage = (frame: MemberFrame, view: MailboxView): string =>
  memberPage(frame, { title: { key: 'mailbox.title' }, main: list(frame, view) });

export const mailPage = (frame: MemberFrame, view: MailView): string =>
  memberPage(frame, { title: view.subject, main: one(frame, view) });
