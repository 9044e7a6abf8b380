import type { Caught } from './mailbox';
import type { ShortCase } from './shortCase';
import { SOON_MS, type Stage } from './stage';

/** Chapter 7: by the link in the mail, and by nothing else. */
export async function acknowledgeByLink(stage: Stage, mail: Caught, { noticeId }: ShortCase): Promise<void> {
  const { story, acts, url } = stage;
  story.chapter('7');
  const [link] = mail.text.match(/https?:\/\/[^\s<>"]+/g)?.filter((one) => one.startsWith(url)) ?? [];
  story.check(link !== undefined, '7.link');

  const page = await (await fetch(link ?? '')).text();
  const form = formOf(page);
  const untouched = await acts.notice(noticeId);
  story.check(
    form !== null && untouched.acknowledgements.length === 0,
    '7.get',
    {},
    form === null ? page.slice(0, 300) : undefined,
  );

  const name = story.text('7.name');
  const fields = { ...form?.fields, name, function: story.text('7.function') };
  const send = () =>
    fetch(new URL(form?.action ?? '', link), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  await send();
  const acked = await story.until(
    async () => {
      const notice = await acts.notice(noticeId);
      return notice.delivery === 'ACKED' ? notice : null;
    },
    SOON_MS,
    '7.acked',
    { n: 2, name, at: '' },
  );
  const [first] = acked.acknowledgements;
  story.check(first?.version === 2 && first.name === name, '7.acked', { n: 2, name, at: story.at(first?.at ?? '') });
  await send();
  story.check((await acts.notice(noticeId)).acknowledgements.length === 1, '7.repeat');
}

/** The form that asks for name and function, with its hidden fields, and where its first button of its own sends it. */
export function formOf(html: string): { action: string; fields: Record<string, string> } | null {
  const form = html
    .match(/<form[^]*?<\/form>/g)
    ?.find((one) => one.includes('name="name"') && one.includes('name="function"'));
  const button = form?.match(/<button[^>]*\bformaction=[^>]*>/)?.[0];
  const action = button === undefined ? attribute(form ?? '', 'action') : attribute(button, 'formaction');
  if (form === undefined || action === undefined) return null;
  const hidden = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  const fields = hidden.map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']);
  return { action, fields: Object.fromEntries(fields) as Record<string, string> };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
