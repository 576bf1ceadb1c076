const LONGEST = 120;

/**
 * A name that came from outside, fit to be shown: no path, no control or direction characters (which make
 * "exe.jpg" out of "gpj.exe"), one line, at most 120 characters with the ending kept. Never used as a path.
 */
export function displayName(claimed: string): string {
  const bare = claimed
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/["<>|:*?]/g, '_')
    .trim()
    .replace(/^\.+/, '');
  if (bare === '') return 'file';
  const letters = [...bare];
  if (letters.length <= LONGEST) return bare;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(bare)?.[0] ?? '';
  return `${letters.slice(0, LONGEST - ending.length - 1).join('')}…${ending}`;
}

/** The same name with the ending that the content deserves: "photo.exe" that is a JPEG becomes "photo.jpg". */
export function withEnding(name: string, ending: string): string {
  const stem = name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
  return `${stem || 'file'}.${ending}`;
}
