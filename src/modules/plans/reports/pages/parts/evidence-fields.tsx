import { DateField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { textOf } from '#ui/filled.ts';
import { Stack } from '#ui/layout.tsx';
import { EVIDENCE_ROWS } from '../../schema.ts';

const KINDS = ['link', 'decision', 'event', 'observation'] as const;

/** Evidence that is not a file: three rows, folded until the first is needed. */
export const EvidenceFields = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  const rows = Array.from({ length: EVIDENCE_ROWS }, (_, i) => i + 1);
  const used = rows.some((i) => textOf(of, `evidence_title_${i}`) || textOf(of, `evidence_url_${i}`));
  return (
    <details open={used || of.errors.some((error) => error.field.startsWith('evidence_'))}>
      <summary>{lang.t('plans.reports.evidence_other')}</summary>
      <Stack>
        {rows.map((i) => (
          <fieldset key={i}>
            <legend>{lang.t('plans.reports.evidence_n', { n: i })}</legend>
            <Stack>
              <SelectField
                of={of}
                name={`evidence_kind_${i}`}
                label={lang.t('plans.reports.evidence_kind')}
                options={KINDS.map((kind) => ({ value: kind, label: lang.t(`plans.dossier.kind.${kind}`) }))}
                width="m"
              />
              <TextField
                of={of}
                name={`evidence_title_${i}`}
                label={lang.t('plans.reports.evidence_title')}
                maxlength={300}
                optional
              />
              <TextField
                of={of}
                name={`evidence_url_${i}`}
                label={lang.t('plans.reports.evidence_url')}
                type="url"
                optional
              />
              <DateField of={of} name={`evidence_day_${i}`} label={lang.t('plans.reports.evidence_day')} optional />
            </Stack>
          </fieldset>
        ))}
      </Stack>
    </details>
  );
};
