/** A text whose line breaks stay. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, i) => (
      <span key={i}>
        {i > 0 ? <br /> : null}
        {line}
      </span>
    ))}
  </>
);
