import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { moneyWords } from '../../../measures/pages/parts/change-words.tsx';
import { budgetOf } from '../../../measures/rules.ts';
import type { Kin } from '../../schema.ts';
import type { Shown } from './shown.tsx';

/** Who, until when, for whom; what it carries out; what staff can do; what to take along. */
export const SideCards = (props: Shown) => {
  const { lang, base } = props;
  return (
    <>
      <Who {...props} />
      <Staff {...props} />
      <Card title={lang.t('plans.overview.take')}>
        <p class="small">
          <Link href={`${base}.atom`}>{lang.t('plans.overview.take.atom')}</Link>
          <br />
          <Link href={`${base}.json`}>{lang.t('plans.dossier.take_json')}</Link>
        </p>
      </Card>
    </>
  );
};

const Who = ({ lang, dossier, story, at }: Shown) => {
  const active = story.cells.filter((cell) => cell.active);
  const named = (role: 'lead' | 'co') =>
    active
      .filter((cell) => cell.row.role === role)
      .map((cell) => dossier.bodies.find((body) => body.id === cell.row.body_id))
      .filter((body) => body !== undefined);
  const links = (role: 'lead' | 'co') => {
    const bodies = named(role);
    if (bodies.length === 0) return null;
    if (bodies.length > 8) return lang.t('plans.dossier.bodies_n', { n: bodies.length });
    return bodies.map((body, i) => (
      <>
        {i > 0 ? <br /> : null}
        <Link href={at(`/executors/${body.slug}`)}>{lang.pick(body.name)}</Link>
      </>
    ));
  };
  const { due_on: due, due_text: words } = story.now;
  return (
    <Card title={lang.t('plans.dossier.who')}>
      <Facts
        facts={[
          { name: lang.t('plans.dossier.lead'), value: links('lead') },
          { name: lang.t('plans.dossier.with'), value: links('co') },
          {
            name: lang.t('plans.overview.col.due'),
            value: words ?? (due ? lang.date(due) : lang.t('plans.overview.due_unknown')),
          },
          {
            name: lang.t('plans.dossier.budget'),
            value: budgetOf(story.now) ? moneyWords(lang, budgetOf(story.now)) : null,
          },
          { name: lang.t('plans.dossier.legal'), value: dossier.measure.legal_basis },
          {
            name: lang.t('plans.dossier.localises'),
            value: dossier.localises ? <KinLink lang={lang} kin={dossier.localises} at={at} /> : null,
          },
          {
            name: lang.t('plans.dossier.answered_by'),
            value:
              dossier.answeredBy.length > 0
                ? dossier.answeredBy.map((kin) => <KinLink key={kin.slug} lang={lang} kin={kin} at={at} />)
                : null,
          },
          {
            name: lang.t('plans.dossier.places'),
            value:
              dossier.places.length > 0
                ? dossier.places.map((place, i) => (
                    <>
                      {i > 0 ? ', ' : null}
                      <Link href={at(`/places/${place.slug}`)}>{lang.pick(place.name)}</Link>
                    </>
                  ))
                : null,
          },
          {
            name: lang.t('plans.dossier.record'),
            value: (
              <Link href={at(`/history/measure/${dossier.measure.id}`)}>{lang.t('plans.dossier.record_open')}</Link>
            ),
          },
        ]}
      />
    </Card>
  );
};

const KinLink = ({ lang, kin, at }: { readonly lang: Shown['lang']; readonly kin: Kin; readonly at: Shown['at'] }) => (
  <Link href={at(`/plans/${kin.planSlug}/measures/${kin.slug}`)}>
    {kin.number} <ChosenText lang={lang} of={lang.choose(kin.title)} />
  </Link>
);

const Staff = ({ lang, deeds }: Shown) => {
  const lines = (['edit', 'amend', 'withdraw'] as const).filter((deed) => deeds[deed] !== null);
  if (lines.length === 0) return null;
  return (
    <Card title={lang.t('plans.dossier.staff')}>
      <ul>
        {lines.map((deed) => (
          <li key={deed}>
            <Link href={deeds[deed]!}>{lang.t(`plans.dossier.do.${deed}`)}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};
