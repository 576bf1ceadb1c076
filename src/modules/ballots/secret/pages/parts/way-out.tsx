import type { Lang } from '#core/i18n/lang.ts';

/** The paper as an address, for later or for another device; the script fills it in. */
export const WayOut = ({ lang }: { readonly lang: Lang }) => (
  <details data-step="vote sure" hidden>
    <summary>{lang.t('ballots.secret.later')}</summary>
    <div class="stack">
      <p>{lang.t('ballots.secret.later_about')}</p>
      <div class="form">
        <label class="label" for="paper-address">
          {lang.t('ballots.secret.address')}
        </label>
        <textarea id="paper-address" class="in" rows={6} readonly data-address />
      </div>
      <svg
        role="img"
        aria-label={lang.t('ballots.secret.code')}
        data-code
        viewBox="0 0 1 1"
        width="320"
        height="320"
        shape-rendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d="" fill="#000" />
      </svg>
      <p class="acts">
        <button class="btn second" type="button" data-press="print">
          {lang.t('ballots.secret.print')}
        </button>
      </p>
    </div>
  </details>
);
