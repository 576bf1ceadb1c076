/** A signed text line by line, as whoever signs or checks it must have it. */
export const NoteText = ({ note }: { readonly note: string }) => (
  <p>
    <code>
      {note.split('\n').map((line, nth) => (
        <>
          {nth > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </code>
  </p>
);
