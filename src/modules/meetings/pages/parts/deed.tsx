import { Once } from '#ui/form.tsx';

interface DeedProps {
  readonly action: string;
  readonly words: string;
  /** Says more to a screen reader than the words do. */
  readonly label?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  /** The main step of its page. */
  readonly main?: boolean | undefined;
}

/** One press that does one small deed. */
export const Deed = ({ action, words, label, values, main }: DeedProps) => (
  <form action={action} method="post">
    <Once />
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button class={main ? 'btn' : 'btn second'} type="submit" aria-label={label}>
      {words}
    </button>
  </form>
);
