/** Address below the forum of the form that a one-deed link opens: the server reads the secret from `deed`. */
export const deedForm = (formPath: string, secret: string): string =>
  `${formPath}${formPath.includes('?') ? '&' : '?'}deed=${secret}`;

/** Page below the forum on which a coordinator makes a link for this deed. */
export const deedLinkPage = (command: string, object: string): string =>
  `/people/deeds/new?${new URLSearchParams({ command, object })}`;
