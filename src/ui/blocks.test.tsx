import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { AssistedBanner, CalmBanner, DemonstrationBanner } from './banner.tsx';
import { Card } from './card.tsx';
import { Change } from './change.tsx';
import { Checkboxes, Radios, Tick } from './choice.tsx';
import { Confirm } from './confirm.tsx';
import { People } from './dots.tsx';
import { Empty } from './empty.tsx';
import { Answers, Facts } from './facts.tsx';
import { AreaField, DateField, FileField, NumberField, SelectField, TextField } from './field.tsx';
import { Figures } from './figures.tsx';
import { filled } from './filled.ts';
import { FilterSelect, Filters, FilterText, FilterTick } from './filters.tsx';
import { Form, SecondButton } from './form.tsx';
import { FormId } from './form-id.ts';
import { Intervals } from './intervals.tsx';
import { Section } from './layout.tsx';
import { LineChart } from './line-chart.tsx';
import { ButtonLink } from './link.tsx';
import { PlacesMap } from './map.tsx';
import { Notice } from './notice.tsx';
import { Pager } from './pager.tsx';
import { ChosenText, Quotation } from './quotation.tsx';
import { Receipt } from './receipt.tsx';
import { render } from './render.ts';
import { Sheet } from './sheet.tsx';
import { Computed, Source } from './source.tsx';
import { State } from './state.tsx';
import { Steps } from './steps.tsx';
import { BLOCKS } from './styles/blocks.ts';
import { stylesFor } from './styles/inline.ts';
import { Table } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { testLang } from './test-lang.ts';
import { Timeline } from './timeline.tsx';
import { PageTitle } from './title.tsx';
import { Differ, Progress, Statement, TwoVoices, VoicesLegend } from './voices.tsx';
import { Wall } from './wall.tsx';

const lang = testLang('az');
const H = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
const BAD = 'javascript:alert(1)';
const url = new URL('http://x/az/plans');
url.searchParams.set('q', H);
url.searchParams.set(H, H);
const of = filled(lang, { a: H, b: [H, H] }, [
  { field: 'a', message: { key: 'ui.steps.where', params: { of: H, n: H } } },
]);
const field = { of, name: 'a', label: H, hint: H };
const options = [{ value: H, label: H, hint: H }];
const column = { id: H, head: H, cell: () => H, sortable: true };
const voice = { done: 1, known: 2, total: 3 };
const at = (value: number) => ({ date: day('2026-03-01'), value, note: H });

/** Every block with hostile words in every place that takes words. */
const HOSTILE: Readonly<Record<string, VNode>> = {
  demonstration: (
    <DemonstrationBanner lang={lang} roles={[{ id: H, label: H }]} action={H} current={H} back={H} removeHref={BAD} />
  ),
  banners: (
    <CalmBanner title={H}>
      {H}
      <AssistedBanner lang={lang} name={H} until={H} deskHref={BAD} action={H} />
    </CalmBanner>
  ),
  card: <Card title={H}>{H}</Card>,
  change: <Change lang={lang} before={H} after={`${H}!${H}`} textLang={H} />,
  choices: (
    <>
      <Radios {...field} options={options} />
      <Checkboxes {...field} options={options} />
      <Tick {...field} value={H} />
    </>
  ),
  confirm: (
    <Confirm of={of} action={H} deed={H} cancelHref={BAD} hidden={{ [H]: H }}>
      {H}
    </Confirm>
  ),
  people: <People lang={lang} n={3} yes={1} what={H} />,
  crowd: <People lang={lang} n={300} yes={1} what={H} />,
  empty: (
    <Empty title={H} next={<ButtonLink href={BAD}>{H}</ButtonLink>}>
      {H}
    </Empty>
  ),
  facts: <Facts facts={[{ name: H, value: H }]} />,
  answers: <Answers lang={lang} answers={[{ name: H, value: H, changeHref: BAD }]} />,
  fields: (
    <>
      <TextField {...field} textLang={H} />
      <AreaField {...field} />
      <NumberField {...field} />
      <DateField {...field} min={H} />
      <FileField {...field} accept={H} />
      <SelectField {...field} options={options} none={H} />
    </>
  ),
  figures: <Figures figures={[{ value: H, label: H, href: BAD }]} />,
  filters: (
    <Filters lang={lang} url={url} own={['q']} found={H}>
      <FilterSelect url={url} name="q" label={H} any={H} options={options} />
      <FilterText url={url} name="q" label={H} />
      <FilterTick url={url} name={H} label={H} />
    </Filters>
  ),
  form: (
    <Form of={of} action={H} deed={H} hidden={{ [H]: H }} second={<SecondButton name={H} value={H} children={H} />}>
      {H}
    </Form>
  ),
  intervals: (
    <Intervals
      lang={lang}
      title={H}
      estimates={[{ label: H, share: 0.5, interval: { low: 0.1, high: 2 }, n: 5, note: H }]}
    />
  ),
  section: (
    <Section title={H} id={H}>
      {H}
    </Section>
  ),
  chart: (
    <LineChart
      lang={lang}
      id={H}
      title={H}
      baseline={at(1)}
      target={{ value: 3, date: null }}
      executor={[at(2)]}
      civil={[at(1)]}
    />
  ),
  map: (
    <PlacesMap
      lang={lang}
      title={H}
      outline={null}
      points={[{ name: H, lon: 48, lat: 40, href: BAD, kind: 'round' }]}
      legend={[{ kind: 'ring', label: H }]}
    />
  ),
  notice: <Notice title={H}>{H}</Notice>,
  pager: <Pager lang={lang} url={url} page={2} size={10} total={100} />,
  quotation: <Quotation lang={lang} of={{ text: H, language: 'ru', own: false }} source={H} />,
  chosen: <ChosenText lang={lang} of={{ text: H, language: 'ru', own: false }} />,
  receipt: (
    <Receipt lang={lang} title={H} number={H} facts={[{ name: H, value: H }]}>
      {H}
    </Receipt>
  ),
  sheet: (
    <Sheet
      lang={lang}
      forum={{ name: H, motto: H, motif: 1, demonstration: true }}
      title={H}
      about={H}
      signers={[H]}
      foot={H}
    >
      {H}
    </Sheet>
  ),
  wall: (
    <Wall
      {...{ over: H, about: H, size: 60, lines: [H], name: H, look: null }}
      facts={[{ sign: '▲', words: H, loud: true }]}
      back={{ href: H, label: H }}
      forth={{ href: '/', label: H }}
      others={[{ href: '/x', label: H }]}
    />
  ),
  source: (
    <Source lang={lang} from={H} on={H} document={{ label: H, href: BAD }}>
      <Computed lang={lang}>{H}</Computed>
    </Source>
  ),
  state: (
    <State lang={lang} kind="late">
      {H}
    </State>
  ),
  steps: <Steps lang={lang} steps={[{ label: H, href: BAD }, { label: H }]} current={1} />,
  table: <Table lang={lang} caption={H} columns={[column]} rows={[1]} rowKey={() => H} url={url} foot={{ [H]: H }} />,
  tabs: <Tabs name={H} tabs={[{ id: H, label: H, href: BAD }]} current={H} />,
  timeline: <Timeline events={[{ when: H, datetime: H, what: H }]} />,
  title: <PageTitle title={H} over={H} lede={H} state={H} />,
  differ: <Differ lang={lang}>{H}</Differ>,
  legend: <VoicesLegend lang={lang} />,
  statement: <Statement voice="civil" who={H} when={H} state={H} foot={H} id={H} />,
  twoVoices: <TwoVoices lang={lang} executor={voice} civil={voice} />,
  voices: (
    <>
      <Differ lang={lang}>{H}</Differ>
      <Progress lang={lang} points={[{ no: H, title: H, href: BAD, facts: [H], executor: voice, civil: null }]} />
      <Statement voice="civil" who={H} when={H} state={H} foot={H} id={H} />
    </>
  ),
};

describe.each(Object.entries(HOSTILE))('%s', (_, block) => {
  const html = renderToString(block);

  test('keeps hostile words words', () => {
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).not.toMatch(/(href|action|src)="javascript:/i);
    // Every attribute of a tag is closed by its own quotes: taking all of them away leaves no handler behind.
    const bare = html.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, '><');
    expect(bare).not.toMatch(/\son\w+=/);
  });

  test('has no style attribute, no className, nothing undefined', () => {
    expect(html).not.toMatch(/\sstyle=|classname=|undefined|\[object|NaN/i);
  });
});

/** Names of classes that a style sheet speaks of. */
const spokenOf = (css: string): ReadonlySet<string> =>
  new Set([...css.replace(/"[^"]*"|\{[^{}]*\}/g, ' ').matchAll(/\.([a-z][\w-]*)/gi)].map((match) => match[1]!));

test.each(Object.entries(HOSTILE))(
  '%s brings the styles of every class it wears, standing alone on a page',
  (_, block) => {
    const drawn = render(block, { told: new Map([[FormId, null]]) });
    const html = drawn.parts.join('').replace(/class="top"/g, '');
    const { tags, defs } = stylesFor([...drawn.worn].filter((list) => list !== 'top'));
    const sent = BLOCKS.filter((other) => tags.includes(`<style>${other.css}</style>`));
    const worn = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap((match) => match[1]!.split(' ')));
    for (const name of worn) {
      const about = BLOCKS.filter((other) => spokenOf(other.css).has(name));
      if (about.length > 0)
        expect(
          about.some((other) => sent.includes(other)),
          `class ${name}`,
        ).toBe(true);
    }
    for (const used of html.matchAll(/href="#(s-\w+)"/g)) expect(defs).toContain(`id="${used[1]}"`);
  },
);

/** All text between tags. */
const texts = (block: ComponentChildren): string => renderToString(<div>{block}</div>).replace(/<[^>]*>/g, '|');

test('no block prints a stray 0', () => {
  expect(texts(<Tabs name="x" current="a" tabs={[{ id: 'a', label: 'A', href: '#', count: 0 }]} />)).toContain(
    '(|0|)'.replace(/\|/g, ''),
  );
  for (const block of [
    <Form key="f" of={filled(lang)} action="/" deed="Edin" />,
    <Pager key="p" lang={lang} url={new URL('http://x/')} page={1} size={20} total={0} />,
    <Facts key="d" facts={[]} />,
    <Table
      key="t"
      lang={lang}
      caption="Siyahı"
      columns={[{ id: 'a', head: 'A', cell: () => '' }]}
      rows={[]}
      rowKey={String}
    />,
  ]) {
    expect(texts(block)).not.toMatch(/0/);
  }
});

describe('two voices', () => {
  const html = (done: number, known: number, total: number): string =>
    renderToString(<TwoVoices lang={lang} executor={{ done, known, total }} civil={null} />);

  test('unknown is an empty frame and a word, never a zero', () => {
    const nothing = html(0, 0, 4);
    expect(nothing).toContain('<rect class="none" x="0%" y="1" width="100%"');
    expect(nothing).not.toMatch(/class="(executor|rest)"|0 \/ /);
    expect(nothing).toContain('4 barədə məlumat yoxdur');
  });

  test('known but not complete is a frame of its own beside the full part', () => {
    expect(html(1, 3, 4)).toMatch(
      /class="none" x="75%".*width="25%".*class="rest" x="25%".*width="50%".*class="executor" y="1" width="25%"/,
    );
    expect(html(1, 3, 4)).toContain('<b>1 / 3</b>');
  });

  test('0 of 3 is said and drawn as known', () => {
    expect(html(0, 3, 3)).toContain('<b>0 / 3</b>');
    expect(html(0, 3, 3)).toMatch(/class="rest" x="0%".*width="100%"/);
  });

  test('a voice that was not asked says so', () => {
    expect(html(1, 1, 1)).toContain('soruşulmayıb');
  });
});

describe('form', () => {
  const wrong = filled(lang, { no: 'x' }, [{ field: 'no', message: { key: 'ui.cancel' } }]);

  test('a wrong field is listed on top, marked, described and keeps its value', () => {
    const html = renderToString(
      <Form of={wrong} action="/x" deed="Edin">
        <TextField of={wrong} name="no" label="Nömrə" hint="1.1 kimi" />
      </Form>,
    );
    expect(html).toContain('<a href="#f-no">Ləğv edin</a>');
    expect(html).toMatch(/<div[^>]*class="problems"[^>]*autofocus/);
    expect(html).toMatch(
      /<input[^>]*id="f-no"[^>]*aria-describedby="f-no-hint f-no-wrong"[^>]*aria-invalid="true"[^>]*value="x"/,
    );
    expect(html).toContain('id="f-no-hint"');
    expect(html).toContain('id="f-no-wrong"');
  });

  test('the first of several choices carries the id that the summary links to', () => {
    const html = renderToString(
      <Radios
        of={wrong}
        name="no"
        label="Hansı?"
        options={[
          { value: 'a', label: 'A' },
          { value: 'x', label: 'X' },
        ]}
      />,
    );
    expect(html).toMatch(/id="f-no" type="radio"[^>]*value="a"/);
    expect(html).toMatch(/value="x" checked/);
  });

  test('passwords are never shown again', () => {
    const kept = filled(lang, { p: 'gizli' });
    expect(renderToString(<TextField of={kept} name="p" label="Parol" type="password" />)).not.toContain('gizli');
  });
});

describe('table', () => {
  const columns = [
    { id: 'no', head: '№', cell: (row: string) => row, sortable: true, mark: true },
    { id: 'due', head: 'Son tarix', cell: () => '', sortable: true },
  ];
  const html = (query: string): string =>
    renderToString(
      <Table
        lang={lang}
        caption="C"
        columns={columns}
        rows={['1']}
        rowKey={(row) => row}
        url={new URL(`http://x/p?${query}`)}
      />,
    );

  test('heads sort by the address, keep other parameters and go back to page one', () => {
    expect(html('state=late&page=3')).toContain('href="/p?state=late&amp;sort=due"');
    expect(html('sort=due&state=late')).toContain('href="/p?sort=-due&amp;state=late"');
    expect(html('sort=due')).toContain('aria-sort="ascending"');
    expect(html('sort=-due')).toContain('aria-sort="descending"');
    expect(html('sort=evil')).not.toContain('aria-sort');
  });

  test('an empty cell is empty, so that its card leaves it out', () => {
    expect(html('')).toContain('<td data-l="Son tarix"></td>');
  });
});

describe('pager', () => {
  const html = (page: number, total: number): string =>
    renderToString(<Pager lang={lang} url={new URL('http://x/p?q=a&page=2')} page={page} size={20} total={total} />);
  test('says where one is and leads both ways, keeping the search', () => {
    expect(html(2, 58)).toContain('href="/p?q=a"');
    expect(html(2, 58)).toContain('href="/p?q=a&amp;page=3"');
    expect(html(2, 58)).toContain('21–40, cəmi 58');
    expect(html(3, 58)).not.toContain('rel="next"');
    expect(html(1, 20)).toBe('');
  });
  test('behind the end it leads back to the last page', () => {
    expect(html(9, 58)).toContain('page=3');
  });
});

test('people are drawn one by one, in tens', () => {
  const html = renderToString(<People lang={lang} n={23} yes={5} what="xəbərdardır" />);
  expect(html.match(/<i/g)).toHaveLength(23);
  expect(html.match(/<i class="y"/g)).toHaveLength(5);
  expect(html.match(/<span/g)).toHaveLength(3);
  expect(html).toContain('aria-label="23 nəfərdən 5 nəfər: xəbərdardır"');
});
