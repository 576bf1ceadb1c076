import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import { boxOf, Placing } from './labels.ts';
import { LineChart } from './line-chart.tsx';
import { draw, HEIGHT, type Measured } from './line-chart-geometry.ts';
import { testLang } from './test-lang.ts';

const words = { number: String, day: (date: string) => date };
const start = day('2026-01-01');
const m = (days: number, value: number): Measured => ({ date: addDays(start, days), value });

describe('draw', () => {
  test('nothing measured is nothing drawn', () => {
    expect(draw(null, { value: 8, date: null }, [], [], words)).toBeNull();
  });

  test('the scale begins at zero and holds target and all values', () => {
    const drawn = draw(m(0, 2), { value: 8, date: null }, [m(100, 5)], [m(120, 3)], words)!;
    expect(drawn.grid[0]).toEqual({ value: 0, y: HEIGHT - 30 });
    expect(drawn.aim!.y).toBeGreaterThan(0);
    expect(drawn.marks.map((mark) => mark.series)).toEqual(['base', 'executor', 'civil']);
    expect(drawn.lines).toHaveLength(2);
  });

  test('one day alone stands in the middle', () => {
    expect(draw(null, null, [m(0, 0)], [], words)!.marks[0]!.x).toBe(50);
  });

  test('figures at the marks never touch on the narrowest screen', () => {
    const series = fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1000 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(series, series, (a, b) => {
        const sorted = (values: readonly (readonly [number, number])[]) =>
          [...values].sort((x, y) => x[0] - y[0]).map(([d, v]) => m(d, v));
        const drawn = draw(m(0, 1), null, sorted(a), sorted(b), words)!;
        const boxes = drawn.values.map((label) =>
          boxOf(label.text, { x: (label.x / 100) * 280 + label.dx, y: label.y, anchor: label.anchor }),
        );
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) {
            const apart =
              box.right <= other.left + 0.2 ||
              other.right <= box.left + 0.2 ||
              box.bottom <= other.top ||
              other.bottom <= box.top;
            expect(apart).toBe(true);
          }
        });
        for (const mark of drawn.marks) expect(mark.y).toBeLessThanOrEqual(HEIGHT);
      }),
    );
  });
});

test('a label without room is left out', () => {
  const placing = new Placing(100);
  const place = { x: 50, y: 20, anchor: 'middle' } as const;
  expect(placing.put('abc', [place])).toEqual(place);
  expect(placing.put('abc', [place])).toBeNull();
  expect(placing.put('abc', [place, { ...place, y: 60 }])).toEqual({ ...place, y: 60 });
  expect(placing.put('a far too long label', [{ ...place, y: 90 }])).toBeNull();
});

test('the chart says in words and in a table what it draws', () => {
  const html = renderToString(
    <LineChart
      lang={testLang('en')}
      id="t"
      title="Terminals"
      baseline={m(0, 2)}
      target={{ value: 8, date: day('2026-09-30') }}
      executor={[m(200, 8)]}
      civil={[]}
    />,
  );
  expect(html).toContain(
    '<desc id="t-desc">before the plan: 2 (1 Jan 2026); executor reports: 8 (20 Jul 2026); target: 8 (30 Sept 2026)</desc>',
  );
  expect(html).toMatch(/<details class="how"><summary>The figures as a table<\/summary>[\s\S]*<table/);
  expect(html).toContain('civil society finds: none yet');
});
