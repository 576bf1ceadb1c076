import { type Findings, yesOrNo } from '../columns/rules.ts';
import type { Grid } from '../schema.ts';
import { isXmlName } from '../xml/rules.ts';

export interface FormSettings {
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** All that was set, by the right name of the column. */
  readonly all: Readonly<Record<string, string>>;
}

/** What the sheet "settings" says; `fallback` names a form that has no name of its own. */
export function readSettings(
  grid: Grid | null,
  fallback: { readonly name: string; readonly id: string },
  said: Findings,
): FormSettings {
  const fields = grid?.lines[0]?.fields ?? [];
  const all = Object.fromEntries(fields.map((field) => [field.path.join('::'), field.value.trim()]));
  const name = all.name || fallback.name;
  if (!isXmlName(name))
    said.fault('bad_name', { sheet: 'settings', row: grid?.lines[0]?.row ?? null, column: 'form_name', found: name });
  if (yesOrNo(all.omit_instanceid ?? '') && all.public_key)
    said.fault('encryption_needs_id', {
      sheet: 'settings',
      row: grid?.lines[0]?.row ?? null,
      column: 'omit_instanceID',
    });
  const id = all.id_string || fallback.id;
  return { name, id, title: all.title || id, language: all.default_language || 'default', all };
}
