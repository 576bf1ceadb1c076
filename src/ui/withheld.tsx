import type { Lang } from '#core/i18n/lang.ts';
import type { Withheld } from '#core/withholding/withheld.ts';

interface WithheldProps {
  readonly lang: Lang;
  readonly of: Withheld;
}

/** In the place of what is withheld: since when, by whose demand, on which ground. */
export const WithheldNote = ({ lang, of }: WithheldProps) => <p class="quiet">{withheldWords(lang, of)}</p>;

/** The same as a sentence for where no paragraph fits. */
export const withheldWords = (lang: Lang, { demand, on }: Withheld): string =>
  demand
    ? lang.t('ui.withheld.demand', {
        date: lang.date(on),
        from: lang.t(`ui.withheld.from.${demand.from}`),
        demanded: lang.date(demand.on),
        ground: demand.ground,
      })
    : lang.t('ui.withheld.own');
