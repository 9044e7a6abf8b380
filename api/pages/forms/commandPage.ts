import { z } from 'zod';
import { takeTogether, type Together } from '../../../application/file/takeTogether';
import type { Asker } from '../../../application/policies/asker';
import type { Context } from '../../../application/ports/ports';
import type { SubjectKind } from '../../../domain/journal/entry';
import type { Issue, Result } from '../../../domain/shared/errors';
import { formPage } from '../../../templates/pages/formPage';
import type { PaperText } from '../../../templates/pages/parts/papers';
import type { Fault } from '../../../templates/pages/parts/form';
import type { Advice } from '../../../templates/pages/parts/advices';
import type { AssessmentPanel } from '../../../templates/pages/parts/assessment';
import type { NavName } from '../../../templates/pages/frame/frame';
import type { Said, Word } from '../../../templates/pages/words/word';
import { definePage, type Page } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { type Inside, enterHouse, goTo, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { again, answeredNow, findSame, onceQuery, openOnce } from './once';
import { moment } from './kit';
import { confirmedIn, withBox } from './othersBox';
import { overtakenBy, textTyped } from './overtaken';
import { readAnswers } from './asked';
import { filesQuestion, withFileIssues } from './filesAlong';
import { fieldOf, type Question, type Raw } from './question';
import { refusedForm, revisionIn, revisionOf, whyRefused } from './refusal';
import type { Sheet } from './sheet';

/** A command as a form: what is asked, and how the answers become the command. */
export type CommandForm<State, Around, Kind extends string = string> = {
  intro: readonly Said[];
  /** What it is about, after the intro. */
  about?(around: Around): readonly Said[];
  /** Other pages to be read before. */
  ways?(around: Around): readonly { href: string; label: Said }[];
  /** Why it cannot be done yet, where that is not what was done before. */
  whyNot?(around: Around): readonly Said[];
  /** What is to be known before the button. */
  warning?: Said | ((around: Around) => Said | readonly Said[] | null);
  grave?: boolean;
  /** What the button does, where that is more than a line in the journal. */
  submit?: Word;
  /** Documents may come with it. */
  files?: true;
  /** What is proposed, before anything is asked. */
  shows?(around: Around): AssessmentPanel;
  /** What was advised in writing, where it is decided. */
  advices?(around: Around): readonly Advice[];
  questions(around: Around): readonly Question[];
  /** What would leave of what is typed, as it will read; a button of its own asks for it, and nothing is done. */
  preview?(ctx: Context, around: Around, typed: Raw): Promise<readonly PaperText[]>;
  /** What the domain finds in what is given, where other answers miss: all is said at once. */
  judge?(sheet: Sheet, state: State, now: Date): Issue[];
  /** Not yet checked: the schema of the command is asked, and its faults are shown at the questions. */
  command(sheet: Sheet, around: Around): { kind: Kind } & Record<string, unknown>;
};

/**
 * Where a command has its page, and what it is called. A `{name}` in `segment` is filled from the address. `home`: the page
 * of the subject to which it leads; its own where there is none.
 */
export type CommandAct<Kind extends string> = { kind: Kind; segment: string; label: Word; home?: string };

type Params = Readonly<Record<string, string>>;

type Written = Result<{ created: boolean }>;

/** A kind of subject whose commands have pages: how it is read, asked and told. */
export type Commanding<State extends { decided: number }, Around, Kind extends string, Command> = {
  subject: SubjectKind;
  /** First part of its addresses inside the organisation, without a slash. */
  room: string;
  nav: { name: NavName; label: Word };
  policy(asker: Asker, kind: Kind): boolean;
  isAddition(kind: Kind): boolean;
  /** Whether it may be keyed in afterwards: it is then asked when it was, too. */
  isKeyedIn?(kind: Kind): boolean;
  allowedIn(state: State, around: Around): readonly Kind[];
  referenceOf(state: State): string;
  read(ctx: Context, id: string, params: Params): Promise<Result<State>>;
  /** What the form of one kind looks at. */
  around(
    inside: Pick<Inside, 'ctx' | 'names'> & Partial<Inside>,
    state: State,
    asked: { kind: Kind; params: Params },
  ): Promise<Around>;
  schema: z.ZodType<Command>;
  run(
    ctx: Context,
    input: { id: string; key: string; command: Command; decided?: number | undefined; together: Together },
  ): Promise<Written>;
  /** What follows at once; the relay would do it a moment later. */
  after?(ctx: Context, id: string): Promise<unknown>;
};

const anyForm = z.record(z.string(), z.string());

/** Of an act that the state does not allow: why not, where somebody can say. */
const closed = (why: readonly Said[]): Fault[] =>
  (why.length > 0 ? why : [{ key: 'err.state' as const }]).map((text) => ({ href: '#contenu', text, about: null }));

/** Each command of a subject as a page of its own: what it means, its questions, one button. */
export function commandPage<
  State extends { decided: number },
  Around extends { zone: string },
  Kind extends string,
  Command extends object,
>(
  house: PageHouse,
  of: Commanding<State, Around, Kind, Command>,
  { kind, segment, label, home }: CommandAct<Kind>,
  form: CommandForm<State, Around, Kind>,
): Page {
  const { subject, room, nav } = of;
  const isKeyedIn = of.isKeyedIn?.(kind) ?? false;
  const asked = (around: Around): readonly Question[] => [
    ...form.questions(around),
    ...(isKeyedIn ? [moment('at', 'ask.saidAt', around.zone, null, { optional: true })] : []),
  ];
  const param = `${subject}Id`;
  const pattern = `/o/{orgId}/${room}/{${param}}/${segment}`;
  const idIn = (params: Params): string => params[param] ?? '';
  const leadsTo = (id: string): string => [`/${room}/${id}`, ...(home === undefined ? [] : [home])].join('/');
  return definePage({
    path: pattern,
    audience: 'member',
    policy: (asker) => of.policy(asker, kind),
    params: z.object({ orgId: OrgId }).catchall(Id),
    query: z.object({ ...onceQuery, listId: Id.optional() }),
    async render(visit) {
      const id = idIn(visit.params);
      const path = `/${room}/${id}`;
      const here = segment.replaceAll(/\{(\w+)\}/g, (_all, name: string) => visit.params[name] ?? '');
      const { listId } = visit.query;
      const more = listId === undefined ? {} : { listId };
      const opened = await openOnce(visit, { pattern, path: `${path}/${here}`, more, madeAt: () => leadsTo(id) });
      if ('led' in opened) return opened.led;
      const { key, action } = opened.form;
      const entered = await enterHouse(house, visit, nav.name, opened.form.here);
      if (!entered.ok) return entered;
      const inside = entered.value;
      const read = await of.read(inside.ctx, id, visit.params);
      if (!read.ok) return read;
      const around = await of.around(inside, read.value, { kind, params: { ...visit.params, ...more } });
      const shown = [...asked(around), ...(form.files ? [filesQuestion] : [])];
      const questions = withBox(shown, visit.refusal);
      const refused = refusedForm(questions, visit, around.zone, inside.frame, inside.names);
      const isOpen = of.isAddition(kind) || of.allowedIn(read.value, around).includes(kind);
      const isInTime = isOpen && whyRefused(visit.refusal)?.code !== 'state.refused';
      const why = isOpen ? [] : (form.whyNot?.(around) ?? []);
      const overtaken = isInTime || why.length > 0 ? null : await overtakenBy(inside, { kind: subject, id });
      const typed = isOpen ? null : textTyped(questions, refused.raw);
      const papers = isOpen && form.preview ? await form.preview(inside.ctx, around, refused.raw ?? {}) : null;
      return shownAs(
        formPage(inside.frame, {
          action,
          back: leadsTo(id),
          key,
          csrf: visit.csrf,
          revision: of.isAddition(kind) ? null : revisionOf(visit, read.value.decided),
          faults: overtaken !== null ? [] : isOpen ? refused.summary : closed(why),
          changed: overtaken ?? refused.changed,
          crumbs: [
            { href: `/${room}`, label: { key: nav.label } },
            { href: path, label: of.referenceOf(read.value) },
          ],
          title: { key: label },
          intro: [...form.intro, ...(form.about?.(around) ?? [])],
          ways: form.ways?.(around) ?? [],
          warning: typeof form.warning === 'function' ? form.warning(around) : (form.warning ?? null),
          papers,
          assessment: form.shows?.(around) ?? null,
          advices: form.advices?.(around) ?? null,
          fields: (isOpen || typed !== null ? questions : []).map((one) =>
            fieldOf(one, refused.raw, around.zone, refused.errorAt(one.name)),
          ),
          submit: isOpen ? { key: form.submit ?? 'ask.go' } : null,
          keep: typed === null ? null : { action: `${path}/note`, text: typed },
          grave: form.grave ?? false,
        }),
      );
    },
    act: {
      form: anyForm,
      ...(form.files && { brings: 'files' as const }),
      async run(visit, { key, form: raw, files }) {
        const { ctx, params } = visit;
        if (ctx === null) return { ok: false, error: { code: 'credentials.missing' } };
        const id = idIn(params);
        const read = await of.read(ctx, id, params);
        if (!read.ok) return read;
        const around = await of.around({ ctx, names: new Map() }, read.value, { kind, params });
        const questions = asked(around);
        const together = takeTogether(files);
        const command = readAnswers(
          { questions, raw, zone: around.zone, now: visit.now },
          of.schema,
          (sheet) => ({
            ...form.command(sheet, around),
            ...(isKeyedIn && { at: sheet.instantOr('at') ?? undefined }),
            ...confirmedIn(raw),
          }),
          (sheet) => form.judge?.(sheet, read.value, visit.now) ?? [],
        );
        if (!command.ok) return withFileIssues(command, together.issues);
        const decided = of.isAddition(kind) ? {} : { decided: revisionIn(raw) };
        const written = await of.run(ctx, { id, key, command: command.value, together, ...decided });
        const made = `/o/${params.orgId}${leadsTo(id)}`;
        if (!written.ok) {
          const sent = { key, asked: command.value, moving: answeredNow(questions, raw) };
          return (await findSame(ctx, written.error, sent)) === null ? written : goTo(again(made));
        }
        await of.after?.(ctx, id);
        return goTo(written.value.created ? made : again(made));
      },
    },
  });
}
