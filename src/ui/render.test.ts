import fc from 'fast-check';
import { type ComponentChildren, createContext, Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { type Rendered, render } from './render.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('a&b', '<b>', '"', "'", '&amp;', 'kənd', '\u0000', ' '));
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const attributes = fc.dictionary(
  fc.constantFrom(
    ...['class', 'id', 'href', 'title', 'aria-current', 'aria-label', 'data-l', 'tabindex', 'tabIndex', 'colSpan'],
    ...['checked', 'hidden', 'lang', 'viewBox', 'stroke-width', 'patternUnits', 'draggable', 'onclick', 'a b', 'key'],
  ),
  value,
);
const names = fc.constantFrom('p', 'div', 'span', 'td', 'svg', 'g', 'path', 'br', 'img', 'input', 'foreignObject', 'b');
const VOID = new Set(['br', 'img', 'input']);

const { tree } = fc.letrec<{ tree: ComponentChildren }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    value,
    fc
      .tuple(names, attributes, fc.array(tie('tree'), { maxLength: 4 }))
      .map(([name, props, children]) => h(name, props, ...(VOID.has(name) ? [] : children))),
    fc.array(tie('tree'), { maxLength: 4 }).map((children) => h(Fragment, null, ...children)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => h(Both, { a, b })),
    // What only looks like an element, as data from outside might, is not one.
    fc.constant({ type: 'script', props: {}, key: null } as unknown as ComponentChildren),
  ),
}));

const Both = ({ a, b }: { readonly a: ComponentChildren; readonly b: ComponentChildren }) => [a, h('i', null, b)];

const textOf = ({ parts }: Rendered): string => parts.join('');

const whole = (inside: ComponentChildren): VNode => h('main', null, inside) as VNode;

describe('drawing', () => {
  test('says letter for letter what preact-render-to-string says', () => {
    fc.assert(
      fc.property(tree, (inside) => {
        // Once each: drawing marks what it drew.
        expect(textOf(render(whole(inside)))).toBe(renderToString(whole(inside)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('knows forms: the chosen option, the text of an area', () => {
    const form = () =>
      h('form', null, [
        h('select', { name: 'n', value: '2' }, [h('option', { value: 1 }, '1'), h('option', { value: 2 }, '2')]),
        h('textarea', { name: 't', value: 'a<b' }),
        h('input', { type: 'checkbox', checked: true, disabled: false, value: '' }),
      ]) as VNode;
    expect(textOf(render(form()))).toBe(renderToString(form()));
    expect(textOf(render(form()))).toContain('<option selected value="2">');
  });

  test('collects what is worn, and only that', () => {
    const { worn } = render([h('p', { class: 'card quiet' }, ' class="table"'), h('b', { class: '' }), h('i', null)]);
    expect([...worn]).toEqual(['card quiet']);
  });

  test('tells a context to those who ask, and refuses those who ask what is not told', () => {
    const Id = createContext<string | null>(null);
    const asking = h(Id.Consumer, { children: (id: string | null) => h('input', { value: id }) });
    expect(textOf(render(asking, { told: new Map([[Id, 'x']]) }))).toBe('<input value="x"/>');
    expect(() => render(asking)).toThrow('is not told');
  });

  test.each(['className', 'style', 'dangerouslySetInnerHTML', 'htmlFor'])('refuses the attribute %s', (name) => {
    expect(() => render(h('p', { [name]: 'x' }))).toThrow('is not written so');
  });

  test('refuses an element without a name of one', () => {
    expect(() => render(h('p onclick="x"', null))).toThrow('no name of an element');
  });
});
