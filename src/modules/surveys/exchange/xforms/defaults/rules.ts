/** Types whose values may have a hyphen: there it does not mean "minus". */
const WITH_HYPHEN = [
  'date',
  'dateTime',
  'time',
  'geopoint',
  'geotrace',
  'geoshape',
  'select_one',
  'select_multiple',
  'rank',
];

/** Whether a default is computed (an expression) or stands as it is written. */
export function isComputed(text: string, type: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return false;
  if (/\$\{[^{}]+\}/.test(trimmed)) return true;
  if (type === 'image') return false;
  const bare = trimmed.replace(/'[^']*'|"[^"]*"/g, "''");
  if (/(^|[^\w.:-])[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?\s*\(/.test(` ${bare}`)) return true;
  if (WITH_HYPHEN.includes(type)) return false;
  if (/^[+-]?\d+(\.\d+)?$/.test(bare)) return false;
  if (/(^|[\s\w)\]'])\s*[*+|]\s*[\s\w(.'/]/.test(bare) && /[\d)\]'.\w]\s*[*+|]\s*[\w(.'/]/.test(bare)) return true;
  if (/(\d|\)|\]|'')\s*-\s*(\d|\(|'')/.test(bare) || /\s-\s/.test(bare)) return true;
  return /(\d|\)|\]|'')\s+(mod|div)\s+(\d|\(|'')/.test(bare) || /^\.{0,2}\/[\w./]+\[.*\]/.test(bare);
}
