import { Link } from './link.tsx';

interface WallLink {
  readonly href: string;
  readonly label: string;
}

interface WallProps {
  /** What it is and of how many: "Item 3 of 7". */
  readonly over: string;
  /** What it belongs to, one or two lines. */
  readonly about?: string | undefined;
  /** The words, broken into lines, and their class of size: tenths of a hundredth of the width ("w60" to "w31"). */
  readonly size: 60 | 50 | 42 | 36 | 31;
  readonly lines: readonly string[];
  /** Under them: each with a sign that is no colour; `loud`: what everybody waits for. */
  readonly facts: readonly { readonly sign: string; readonly words: string; readonly loud?: boolean }[];
  readonly back: WallLink | null;
  readonly forth: WallLink | null;
  readonly others: readonly WallLink[];
  readonly name: string;
  /** White or black ground; null: as the machine is set. */
  readonly look: 'day' | 'night' | null;
}

/** The optional script (src/enhance) of a wall: keys lead back and forth. */
export const WALL_SCRIPT = 'wall';

/** One picture for a whole hall. `main` of a `bare` page. */
export const Wall = ({ over, about, size, lines, facts, back, forth, others, name, look }: WallProps) => (
  <article class={look ? `wall ${look}` : 'wall'}>
    <div>
      <p class="over">{over}</p>
      {about ? <p class="about">{about}</p> : null}
    </div>
    <h1 class={`w${size}`}>
      {lines.map((line, i) => (
        <span key={`${i} ${line}`}>{`${line} `}</span>
      ))}
    </h1>
    <div>
      <div class="facts2">
        {facts.map(({ sign, words, loud }) => (
          <p key={words} class={loud ? 'loud' : undefined} data-sign={sign}>
            {words}
          </p>
        ))}
      </div>
      <nav aria-label={name}>
        {back ? (
          <Link href={back.href} rel="prev">
            {back.label}
          </Link>
        ) : null}
        {forth ? (
          <Link href={forth.href} rel="next">
            {forth.label}
          </Link>
        ) : null}
        {others.map(({ href, label }) => (
          <Link key={href} href={href}>
            {label}
          </Link>
        ))}
      </nav>
    </div>
  </article>
);
