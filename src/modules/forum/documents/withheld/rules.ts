/** The type under which the text of a version can be withheld. */
export const VERSION_OBJECT = 'forum.version';
