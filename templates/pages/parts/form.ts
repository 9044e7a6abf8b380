import { phrase, type Said } from '../words/word';

export type Option = { value: string; label: Said; hint?: Said | null; more?: Said | null; ending?: Said | null };

/** One question of a form. What a person typed comes back in `value`, whatever was wrong with it. */
export type Field = {
  kind:
    | 'text'
    | 'area'
    | 'file'
    | 'files'
    | 'moment'
    | 'date'
    | 'number'
    | 'tel'
    | 'email'
    | 'select'
    | 'pick'
    | 'checks';
  name: string;
  label: Said;
  hint: Said | null;
  /** Heading above it: it begins a group of questions. */
  section?: Said;
  optional: boolean;
  value: string;
  /** For `checks`. */
  values: readonly string[];
  options: readonly Option[];
  error: Said | null;
  /** For `moment`: a box stands beside it that means the instant of sending. */
  canBeNow?: boolean;
  isNow?: boolean;
  /** The wall clock showed this hour twice: which one is meant. */
  repeated: { first: string; second: string } | null;
};

/** How a form is sent: with a file in it, in parts. */
export const partsOf = (fields: readonly Field[]): string | null =>
  fields.some(({ kind }) => kind === 'file' || kind === 'files') ? 'multipart/form-data' : null;

/** `about`: the question that it is about, where one fault of several would say the same. */
export type Fault = { href: string; text: Said; about: Said | null };

export type FormBase = {
  action: string;
  /** Path inside the organisation to return to without sending. */
  back: string | null;
  /** Idempotency key: a form sent twice is done once. */
  key: string;
  /** Revision that the form was made from, and what else it showed; null where the act stands whatever was written meanwhile. */
  revision: number | string | null;
  csrf: string;
  faults: readonly Fault[];
  /** Somebody was faster: what changed, as words. */
  changed: Said | null;
};

const extras = `{{#if hint}}<span class="hint" id="h-{{name}}">{{say hint}}</span>{{/if}}{{#if error}}<span class="err" id="e-{{name}}">{{say error}}</span>{{/if}}`;
const described = `{{#if error}} aria-invalid="true" aria-describedby="{{#if hint}}h-{{name}} {{/if}}e-{{name}}"{{else if hint}} aria-describedby="h-{{name}}"{{/if}}`;
const optional = `{{#if optional}} <span class="muted">{{w "form.optional"}}</span>{{/if}}`;
const checks = `{{#each options}}<label class="check"><input type="{{../inputType}}" name="{{inputName}}" value="{{value}}"{{#if @first}} id="f-{{../name}}"{{/if}}{{#if checked}} checked{{/if}}> <span>{{say label}}{{#if hint}}<span class="hint">{{say hint}}</span>{{/if}}{{#if more}}<span class="hint">{{say more}}</span>{{/if}}{{#if ending}}<span class="hint">{{say ending}}</span>{{/if}}</span></label>{{/each}}`;

const FEW = 3;
/** From here on labels are long, and their boxes wide. */
const MANY = 6;

/** Three boxes stand side by side, on a phone too, where each holds but a few words. */
const BRIEF_CHARACTERS = 40;
const isBrief = ({ label, hint = null }: Field['options'][number]): boolean =>
  hint === null && (['fr', 'en'] as const).every((language) => phrase(language, label).length <= BRIEF_CHARACTERS);

/** A field as its template wants it. */
export function drawn(field: Field) {
  const isGroup = field.kind === 'pick' || field.kind === 'checks';
  const chosen = field.kind === 'checks' ? field.values : [field.value];
  return {
    ...field,
    // A browser drops the line end that a text area begins with.
    value: field.kind === 'area' && /^\r?\n/.test(field.value) ? `\n${field.value}` : field.value,
    isGroup,
    few: field.options.length === FEW && field.options.every(isBrief),
    many: field.options.length >= MANY,
    inputType: field.kind === 'checks' ? 'checkbox' : 'radio',
    options: field.options.map(({ value, label, hint = null, more = null, ending = null }) => ({
      // Each box has a name of its own: a field that is given twice is refused at the door.
      inputName: field.kind === 'checks' ? `${field.name}.${value}` : field.name,
      value,
      label,
      hint,
      more,
      ending,
      checked: chosen.includes(value),
    })),
  };
}

/** Fragments that templates write as `{{> name}}`. */
export const formParts = {
  faultList: `<ul>{{#each faults}}<li><a href="{{link href}}">{{#if about}}{{say about}}{{colon about}}{{/if}}{{say text}}</a></li>{{/each}}</ul>`,
  faults: `{{#if changed}}<div class="errors" role="alert" aria-labelledby="chg-h" tabindex="-1" autofocus><h2 id="chg-h">{{w "form.changedTitle"}}</h2><p>{{say changed}}</p></div>
{{else if faults.length}}<div class="errors" role="alert" aria-labelledby="err-h" tabindex="-1" autofocus><h2 id="err-h">{{count faults.length "form.fault" "form.faults"}}</h2>{{> faultList}}</div>
{{/if}}`,
  again: `{{#if isAgain}}<p class="note near" role="status">{{w "form.again"}}</p>
{{/if}}`,
  saved: `{{#if isSaved}}<p class="note done" role="status">{{w "form.saved"}}</p>
{{/if}}`,
  others: `{{#if others.length}}<div class="note near" role="note"><p><strong>{{w "draft.othersTitle"}}</strong></p><ul>{{#each others}}<li>{{say this}}</li>{{/each}}</ul></div>
{{/if}}`,
  hidden: `<input type="hidden" name="_csrf" value="{{csrf}}"><input type="hidden" name="_key" value="{{key}}">{{#unless (is revision null)}}<input type="hidden" name="revision" value="{{revision}}">{{/unless}}`,
  field: `{{#if section}}<h2>{{say section}}</h2>
{{/if}}{{#if isGroup}}<fieldset class="field{{#if error}} bad{{/if}}"${described.replace(' aria-invalid="true"', '')}><legend>{{say label}}${optional}</legend>${extras}<div class="pick{{#if few}} three{{else if many}} many{{/if}}">${checks}</div></fieldset>
{{else}}<div class="field{{#if error}} bad{{/if}}"><label for="f-{{name}}">{{say label}}${optional}</label>${extras}
{{#if (is kind "area")}}<textarea id="f-{{name}}" name="{{name}}"${described}>{{value}}</textarea>
{{else if (is kind "file")}}<textarea id="f-{{name}}" name="{{name}}"${described}>{{value}}</textarea><label for="f-{{name}}File">{{w "form.file"}}</label><input id="f-{{name}}File" name="{{name}}File" type="file">
{{else if (is kind "files")}}<input id="f-{{name}}" name="{{name}}" type="file" multiple accept=".pdf,.png,.jpg,.jpeg,.eml"${described}>
{{else if (is kind "select")}}<select id="f-{{name}}" name="{{name}}"${described}>{{#each options}}<option value="{{value}}"{{#if checked}} selected{{/if}}>{{say label}}</option>{{/each}}</select>
{{else if (is kind "moment")}}<input class="w-date" id="f-{{name}}" name="{{name}}" type="datetime-local" value="{{value}}"${described}>{{#if canBeNow}}<label class="check"><input type="checkbox" name="{{name}}Now" value="yes"{{#if isNow}} checked{{/if}}> <span>{{w "form.now"}}</span></label>{{/if}}
{{else if (is kind "number")}}<input class="w-num" id="f-{{name}}" name="{{name}}" type="text" inputmode="numeric" value="{{value}}"${described}>
{{else}}<input id="f-{{name}}" name="{{name}}" type="{{kind}}" value="{{value}}"${described}>{{/if}}
{{#if repeated}}<fieldset class="field"><legend>{{w "form.whichHour"}}</legend><div class="pick"><label class="check"><input type="radio" name="{{name}}Hour" value="first"> <span>{{time repeated.first "hour"}}</span></label><label class="check"><input type="radio" name="{{name}}Hour" value="second"> <span>{{time repeated.second "hour"}}</span></label></div></fieldset>{{/if}}</div>
{{/if}}`,
} as const;
