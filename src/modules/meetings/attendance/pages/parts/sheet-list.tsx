import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';

/** Pictures of signed sheets, for who keeps meetings; nothing where there are none. */
export const SheetList = ({ lang, sheets }: { readonly lang: Lang; readonly sheets: readonly string[] }) =>
  sheets.length === 0 ? null : (
    <Section title={lang.t('meetings.sheet.kept')} id="sheets">
      <ul>
        {sheets.map((href, i) => (
          <li key={href}>
            <Link href={href}>{lang.t('meetings.sheet.no', { n: i + 1 })}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
