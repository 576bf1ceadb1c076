import type { Lang } from '#core/i18n/lang.ts';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { News, NewsOfThing } from '../schema.ts';

interface NewsProps {
  readonly lang: Lang;
  readonly news: News;
  readonly at: (path: string) => string;
}

/** What others changed since the reader's last press: one line for each thing, and the press that moves the mark. */
export const NewsList = ({ lang, news, at }: NewsProps) => {
  const { things, more, mark, from, size } = news;
  const since = mark ? lang.t('home.desk.news.since', { date: lang.date(mark.on) }) : lang.t('home.desk.news.first');
  return (
    <Section title={lang.t('home.desk.news.title')} id="news">
      {things.length === 0 ? (
        <p class="quiet">
          {mark ? lang.t('home.desk.news.none', { date: lang.date(mark.on) }) : lang.t('home.desk.news.first_none')}
        </p>
      ) : (
        <>
          <p class="quiet">{since}</p>
          <Timeline
            events={things.map((thing) => ({
              when: lang.shortDate(thing.line.day),
              datetime: thing.line.day,
              what: <Line key={thing.line.id} lang={lang} at={at} thing={thing} />,
            }))}
          />
          {more > 0 ? (
            <p>
              <Link href={at(mark ? `/log?since=${mark.size + 1}` : `/log?from=${from}`)}>
                {lang.t('home.desk.news.more', { n: more })}
              </Link>
            </p>
          ) : null}
          <Form
            of={filled(lang)}
            action={at('/desk/seen')}
            deed={lang.t('home.desk.news.deed')}
            hidden={{ size: String(size) }}
          />
        </>
      )}
    </Section>
  );
};

const Line = ({ lang, at, thing }: Omit<NewsProps, 'news'> & { readonly thing: NewsOfThing }) => {
  const { id, sentence, by, object } = thing.line;
  // A sentence mostly names whom it concerns.
  const bodies = thing.line.bodies.filter((name) => !sentence.includes(name));
  return (
    <>
      <Link href={at(object.path ?? `/log/${id}`)}>{sentence}</Link>
      <br />
      <small class="quiet">
        {[by, ...(bodies.length > 0 ? [lang.list(bodies)] : [])].join(' · ')}
        {thing.earlier > 0 ? (
          <>
            {' · '}
            <Link href={at(`/history/${object.type}/${object.id}`)}>
              {lang.t('home.desk.news.earlier', { n: thing.earlier })}
            </Link>
          </>
        ) : null}
      </small>
    </>
  );
};
