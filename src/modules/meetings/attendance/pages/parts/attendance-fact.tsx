import { Link } from '#ui/link.tsx';

/** "19 of 23 seats there; quorum", leading to who. */
export const AttendanceFact = ({ words, href }: { readonly words: string; readonly href: string }) => (
  <Link href={href}>{words}</Link>
);
