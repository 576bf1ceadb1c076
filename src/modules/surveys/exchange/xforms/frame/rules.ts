import { yesOrNo } from '../../columns/rules.ts';
import { withGenerated, withMeta } from '../../generated/rules.ts';
import { outsideOf } from '../../instances/rules.ts';
import { allBelow, namesOf, place } from '../../references/rules.ts';
import type { ListChoice, Lists, XlsForm } from '../../schema.ts';
import { type Tag, tag, writeXml } from '../../xml/rules.ts';
import { modelActions } from '../actions/rules.ts';
import { bindsOf } from '../binds/rules.ts';
import { bodyOf } from '../body/rules.ts';
import { instanceOf, listInstance } from '../instance/rules.ts';
import { itextOf } from '../itext/rules.ts';
import { expanded } from '../loops/rules.ts';
import type { Writing } from '../schema.ts';

/** The version of the ODK XForms specification that the form keeps to. */
const XFORMS = '1.0.0';

const SPACES: Readonly<Record<string, string>> = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:ev': 'http://www.w3.org/2001/xml-events',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
};

/**
 * The form as XForm XML (https://getodk.github.io/xforms-spec/), which ODK Collect, KoboToolbox and Enketo open:
 * model with instance, lists, binds and actions, and the body with its controls.
 */
export function writeXForm(form: XlsForm): string {
  const root = place(withMeta(expanded(withGenerated(form.items), form.lists), form.settings), form.name);
  const writing: Writing = { form, root, names: namesOf(root), lists: withOther(form) };
  const style = form.settings.style;
  const head = tag('h:head', {}, tag('h:title', {}, form.title), modelOf(writing));
  const body = tag('h:body', { class: style }, bodyOf(writing));
  const known = { ...SPACES, ...ownSpaces(form) };
  const unknown = [...prefixesIn(head), ...prefixesIn(body)].filter((prefix) => !(`xmlns:${prefix}` in known));
  const made = Object.fromEntries(unknown.map((prefix) => [`xmlns:${prefix}`, `urn:${prefix}`]));
  return writeXml(tag('h:html', { ...known, ...made }, head, body));
}

/** Prefixes of attributes: what a form does not declare is declared by its own name, so that the XML can be read. */
function* prefixesIn(node: Tag): Generator<string> {
  for (const name of Object.keys(node.attributes)) {
    const prefix = /^([^:]+):/.exec(name)?.[1];
    if (prefix && prefix !== 'xml' && prefix !== 'xmlns') yield prefix;
  }
  for (const inner of node.inside) if (typeof inner !== 'string') yield* prefixesIn(inner);
}

/** "esri=http://esri.com/xforms" of the settings, as declarations. */
function ownSpaces(form: XlsForm): Readonly<Record<string, string>> {
  const own = (form.settings.namespaces ?? '').split(/\s+/).flatMap((pair) => {
    const [prefix, address] = pair.split('=');
    return prefix && address ? [[`xmlns:${prefix}`, address.replace(/["']/g, '')] as const] : [];
  });
  const entities = form.entities.length > 0 ? { 'xmlns:entities': 'http://www.opendatakit.org/xforms/entities' } : {};
  return { ...entities, ...Object.fromEntries(own.filter(([name]) => !(name in SPACES))) };
}

function modelOf(writing: Writing): Tag {
  const { form, root } = writing;
  const written = new Set<string>();
  const outside = outsideOf(root, writing.lists).filter(({ id }) => !written.has(id) && written.add(id));
  return tag(
    'model',
    { 'odk:xforms-version': XFORMS, 'entities:entities-version': form.entities.length > 0 ? '2024.1.0' : undefined },
    submissionOf(form),
    itextOf(writing),
    tag('instance', {}, instanceOf(writing)),
    outside.map(({ id, address }) =>
      address === null ? listInstance(id, writing) : tag('instance', { id, src: address }),
    ),
    bindsOf(writing),
    modelActions(writing),
  );
}

function submissionOf({ settings }: XlsForm): Tag | null {
  const { submission_url: action, public_key: key, auto_send: send, auto_delete: remove } = settings;
  const editable = yesOrNo(settings.client_editable ?? '') ? 'true' : undefined;
  if (!action && !key && !send && !remove && !editable) return null;
  const given = (text: string | undefined) => text || undefined;
  return tag('submission', {
    action: given(action),
    method: action ? 'post' : undefined,
    base64RsaPublicKey: given(key),
    'orx:auto-send': given(send),
    'orx:auto-delete': given(remove),
    'odk:client-editable': editable,
  });
}

/** Lists of questions with "or_other" get one more choice, in every language of the list. */
function withOther(form: XlsForm): Lists {
  const lists: Record<string, readonly ListChoice[]> = { ...form.lists };
  for (const { element } of allBelow(place(form.items, form.name))) {
    const list = element.select?.other ? lists[element.select.list] : undefined;
    const last = list?.at(-1);
    if (!list || !last || list.some((choice) => choice.name === 'other')) continue;
    const languages = new Set(list.flatMap((choice) => Object.keys(choice.label)));
    const label = Object.fromEntries([...languages].map((lang) => [lang, 'Other']));
    const other = { row: null, name: 'other', label, media: {}, columns: last.columns, other: {}, heads: {} };
    lists[element.select!.list] = [...list, other];
  }
  return lists;
}
