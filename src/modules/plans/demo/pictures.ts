import type { CommunityKey } from '#modules/places/demo/district.ts';

/**
 * The pictures that stand as photos in the demonstration: a village shop with a payment terminal, a hall with chairs,
 * drawn as SVG. The word "nümunə" is drawn by strokes, because a small server may have no font at all.
 */

/** Letters of the word on a grid of 10 x 14 units, the base line at 14. */
const LETTERS: readonly string[] = [
  'M0 14V4M0 7.5Q1 4 4.5 4T8 8V14',
  'M0 4V10.5Q0 14 3.5 14T8 10.5M8 4V14M2 .8V.9M6 .8V.9',
  'M0 14V4M0 7Q1 4 3.5 4T6 7.5V14M6 7.5Q7 4 9.5 4T12 7.5V14',
  'M0 4V10.5Q0 14 3.5 14T8 10.5M8 4V14',
  'M0 14V4M0 7.5Q1 4 4.5 4T8 8V14',
  'M8 9.5H0Q0 14 4 14T8 9 4 4Q1.5 4 .6 6',
];
const ADVANCE = [13, 13, 17, 13, 13, 0];

const word = (): string => {
  let x = 0;
  return LETTERS.map((path, i) => {
    const at = x;
    x += ADVANCE[i] ?? 0;
    return `<path transform="translate(${at} 0)" d="${path}"/>`;
  }).join('');
};

const frame = (
  inside: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">
${inside}
<rect y="520" width="800" height="80" fill="#0b5563"/>
<g transform="translate(40 538) scale(3)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${word()}</g>
</svg>`;

const SHOP = `<rect width="800" height="600" fill="#cfe0e2"/><rect y="400" width="800" height="200" fill="#c9b98f"/>
<circle cx="660" cy="110" r="52" fill="#f3e3b0"/><path d="M0 400Q180 330 400 372T800 350V420H0z" fill="#a9b98a"/>
<rect x="150" y="190" width="420" height="270" fill="#f1e6d2"/><path d="M120 196L360 96 600 196z" fill="#8a4b3c"/>
<rect x="190" y="270" width="110" height="90" fill="#7fa3ac"/><path d="M245 270V360M190 315H300" stroke="#f1e6d2" stroke-width="8"/>
<rect x="340" y="270" width="92" height="190" fill="#6b4a33"/><circle cx="418" cy="370" r="6" fill="#e7c86b"/>
<rect x="470" y="276" width="76" height="100" fill="#fff"/><path d="M480 292H536M480 308H536M480 324H520M480 340H530" stroke="#56636b" stroke-width="5"/>
<rect x="606" y="318" width="78" height="146" rx="6" fill="#3a5a66"/><rect x="618" y="332" width="54" height="42" fill="#d9f0ee"/>
<path d="M622 396H668M622 412H668M622 428H650" stroke="#d9f0ee" stroke-width="6"/>`;

const HALL = `<rect width="800" height="600" fill="#efe6d6"/><rect y="380" width="800" height="220" fill="#b99a72"/>
<rect x="250" y="70" width="300" height="190" fill="#2f6f4e"/><path d="M280 110H520M280 150H480M280 190H500" stroke="#e9f3ec" stroke-width="8"/>
<rect x="60" y="80" width="120" height="180" fill="#bcd7de"/><path d="M120 80V260M60 170H180" stroke="#fff" stroke-width="8"/>
<rect x="620" y="80" width="120" height="180" fill="#bcd7de"/><path d="M680 80V260M620 170H740" stroke="#fff" stroke-width="8"/>
<rect x="290" y="320" width="220" height="26" fill="#6b4a33"/><path d="M310 346V400M490 346V400" stroke="#6b4a33" stroke-width="12"/>
${[60, 210, 360, 510, 660].map((x) => `<path d="M${x} 520V430H${x + 80}V520M${x} 470H${x + 80}" fill="none" stroke="#5a3a26" stroke-width="14"/>`).join('')}`;

/** Every photo of the demonstration is one of these, as SVG. */
export const DEMO_PICTURES = { shop: frame(SHOP), hall: frame(HALL) } as const;
export type DemoPicture = keyof typeof DEMO_PICTURES;

/** Photos from these communities show a meeting, all others something at a wall. */
const MEETINGS: ReadonlySet<CommunityKey> = new Set(['goyqamis', 'pambiqarx']);
export const pictureOf = (community: CommunityKey): DemoPicture => (MEETINGS.has(community) ? 'hall' : 'shop');
