import { expect, test } from 'vitest';
import { markup } from './markup.ts';
import { plant } from './plant.ts';

const sinsOf = async (path: string, inside: string) =>
  (await markup.run(plant({ [path]: `export const P = () => ${inside};` }))).sins;
const PAGE = 'src/modules/plans/pages/plan.tsx';

test.each([
  [PAGE, '<p class="x"><Link href="/x">{label}</Link>{rows.length > 0 && <b>{n}</b>}{late && <i />}</p>'],
  [PAGE, '<img src="/files/1.webp" alt="" />'],
  ['src/ui/link.tsx', '<a href={safe}>{children}</a>'],
  ['src/ui/head.tsx', '<style dangerouslySetInnerHTML={{ __html: css }} />'],
  ['src/phone/button.tsx', '<button type="button" onClick={go}>{label}</button>'],
])('green: %s with %s', async (path, inside) => {
  expect(await sinsOf(path, inside)).toEqual([]);
});

test.each([
  ['a style attribute', PAGE, '<p style="color:red" />'],
  ['className', PAGE, '<p className="x" />'],
  ['ready markup', PAGE, '<p dangerouslySetInnerHTML={{ __html: x }} />'],
  ['a style attribute in the frame', 'src/ui/frame.tsx', '<p style={{}} />'],
  ['a raw link', PAGE, '<a href={url}>{x}</a>'],
  ['a script', 'src/ui/table.tsx', '<script src="/x.js" />'],
  ['a listener', 'src/ui/table.tsx', '<p onClick={go} />'],
  ['a picture of another host', PAGE, '<img alt="" src="https://example.org/x.png" />'],
  ['a zero that shows', PAGE, '<p>{rows.length && <b />}</p>'],
  ['a count that shows', PAGE, '<p>{lateCount && <b />}</p>'],
])('%s is red', async (_, path, inside) => {
  expect(await sinsOf(path, inside)).toHaveLength(1);
});
